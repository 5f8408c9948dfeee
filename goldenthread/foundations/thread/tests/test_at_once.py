"""Two people at once, in real transactions: nothing is lost and nothing is done twice."""

import pytest

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.people.tests.at_once import both
from goldenthread.foundations.thread import actions
from goldenthread.foundations.thread.actions import importing
from goldenthread.foundations.thread.models import Action, ActionMove, ProgressNote
from goldenthread.foundations.thread.tests import making


@pytest.fixture
def manager(committed):
    return factories.member(Role.BUSINESS_MANAGER)


def test_two_progress_notes_at_once_are_both_kept(manager):
    lead = making.colleague(manager, Role.AGENCY_LEAD)
    action = making.action(manager, owner=lead)

    def tell(who, words):
        def deed():
            with under(who):
                actions.tell_progress(action=action, text=words, by=who)

        return deed

    assert both(tell(manager, "From the unit"), tell(lead, "From the police")) == []
    with under(manager):
        assert ProgressNote.objects.count() == 2
        assert ActionMove.objects.filter(step="start").count() == 1


def test_two_people_cannot_both_report_it_done(manager):
    lead = making.colleague(manager, Role.AGENCY_LEAD)
    action = making.action(manager, owner=lead)

    def report(who):
        def deed():
            with under(who):
                actions.update(action=action, standing="done", evidence="Shown", by=who)

        return deed

    refusals = both(report(manager), report(lead))
    assert len(refusals) == 1
    with under(manager):
        assert Action.objects.get().stage == "reported done"
        assert Action.objects.get().evidence.count() == 1


def test_confirming_an_import_twice_at_once_brings_it_in_once(manager):
    with under(manager):
        log = importing.upload_log(
            name="log.csv", content=b"Ref,Action,Due\n1,Write the list,30/06/2030\n", by=manager
        )

    def confirm():
        with under(manager):
            importing.bring_in(log=log, if_done="to see", by=manager)

    assert both(confirm, confirm) == []
    with under(manager):
        assert Action.objects.count() == 1
