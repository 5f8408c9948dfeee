"""The same number of queries at two hundred rows as at twenty; lists at most 12, details at most 10.

The whole request is counted: of these, six find the session, the person and the seat, hold the
lock and make the transaction.
"""

import pytest

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.people.tests.counting import statements
from goldenthread.foundations.thread import actions
from goldenthread.foundations.thread.models import Action, Finding, Recommendation
from goldenthread.foundations.thread.tests import making
from goldenthread.foundations.thread.tests.browsing import address


def filled(manager, number):
    """More of everything, without the pages' own way of making it."""
    found, advice, action = (
        making.finding(manager, themes=["panel-2020:leadership"]),
        making.recommendation(manager, themes=["panel-2020:leadership"]),
        making.action(manager, owner=manager),
    )
    with under(manager):
        for model, one in ((Finding, found), (Recommendation, advice), (Action, action)):
            kept = {
                f.attname: getattr(one, f.attname)
                for f in model._meta.local_fields
                if f.name not in ("id", "number")
            }
            model.objects.bulk_create(model(**kept) for _ in range(number))


def queries_of(client, where) -> int:
    assert client.get(where).status_code == 200
    return len(statements(lambda: client.get(where)))


@pytest.mark.parametrize("page", ["index", "recommendations", "findings", "review"])
def test_a_list_asks_as_many_queries_however_long_it_is(client, manager, page):
    factories.sign_in(client, manager)
    filled(manager, 20)
    few = queries_of(client, address(page, manager))
    filled(manager, 200)
    many = queries_of(client, address(page, manager))
    assert many == few
    assert many <= 12


def test_a_detail_asks_as_many_queries_however_much_happened(client, manager):
    lead = making.colleague(manager, Role.AGENCY_LEAD)
    found = making.finding(manager, themes=["panel-2020:leadership"])
    advice = making.evidence_seen(manager, lead, findings=[found], themes=["panel-2020:leadership"])
    with under(manager):
        action = Action.objects.get()
    factories.sign_in(client, manager)
    pages = [("action", action.pk), ("recommendation", advice.pk), ("finding", found.pk)]
    few = [queries_of(client, address(page, manager, pk=pk)) for page, pk in pages]
    for number in range(20):
        making.completed(manager, lead, text=f"More {number}", recommendation=advice)
        with under(manager):
            actions.tell_progress(action=action, text="More", by=manager)
            making.actions.link_finding(
                finding=making.finding(manager), recommendation=advice, by=manager
            )
    many = [queries_of(client, address(page, manager, pk=pk)) for page, pk in pages]
    assert many == few
    most = {"action": 9, "recommendation": 10, "finding": 9}
    assert all(number <= most[page] for (page, _), number in zip(pages, many, strict=True)), many
