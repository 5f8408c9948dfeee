"""Several people write at once, and nobody's words are lost."""

import pytest
from django.core.exceptions import PermissionDenied

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Partnership
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.publishing import actions, drawing, headings, queries, rules, signing
from goldenthread.foundations.publishing.models import Wording
from goldenthread.foundations.publishing.prose import Prose

LINES = "One.\n\nTwo.\n\nThree."
MADE = signing.Made("<h2>Report</h2>", "<h1>Report</h1>", b"%PDF", b"PK")


@pytest.fixture
def manager(db):
    return factories.member(Role.BUSINESS_MANAGER, name="Ade Okoro")


@pytest.fixture
def colleague(manager):
    return factories.member(Role.AGENCY_LEAD, partnership=partnership(manager), name="Bo Lind")


@pytest.fixture
def partner(manager):
    return factories.member(
        Role.DELEGATED_PARTNER, partnership=partnership(manager), name="Cy Marsh"
    )


def partnership(member):
    return Partnership.objects.get(pk=member.partnership_id)


@pytest.fixture
def report(manager):
    with under(manager):
        return actions.start_report(
            title="Yearly report", period="2025/26", edition="WT 2026", by=manager
        )


@pytest.fixture
def block(manager, report):
    with under(manager):
        section = actions.add_section(report=report, title="Impact", answers=[3], by=manager)
        return actions.add_block(section=section, kind="prose", content={"text": LINES}, by=manager)


def current(block):
    return queries.current_wordings([block.pk])[block.pk]


def test_words_typed_over_the_latest_become_the_latest(manager, block):
    with under(manager):
        actions.write(block=block, text="New.", typed_over=current(block).pk, by=manager)
        assert current(block).content["text"] == "New."


def test_words_in_different_paragraphs_are_joined(manager, colleague, block):
    with under(manager):
        seen = current(block).pk
        actions.write(block=block, text="One!\n\nTwo.\n\nThree.", typed_over=seen, by=manager)
        actions.write(block=block, text="One.\n\nTwo.\n\nThree!", typed_over=seen, by=colleague)
        assert current(block).content["text"] == "One!\n\nTwo.\n\nThree!"


def test_words_in_the_same_paragraph_are_both_kept(manager, colleague, block, report):
    with under(manager):
        seen = current(block).pk
        actions.write(block=block, text="One!", typed_over=seen, by=manager)
        actions.write(block=block, text="One?", typed_over=seen, by=colleague)
        assert current(block).content["text"] == "One!"
        assert [w.content["text"] for w in queries.put_aside(manager, report)] == ["One?"]


def test_words_put_aside_wait_no_more_once_somebody_has_chosen(manager, colleague, block, report):
    with under(manager):
        seen = current(block).pk
        actions.write(block=block, text="One!", typed_over=seen, by=manager)
        aside = actions.write(block=block, text="One?", typed_over=seen, by=colleague)
        actions.write(
            block=block, text="One!?", typed_over=current(block).pk, seen=aside.pk, by=manager
        )
        assert not queries.put_aside(manager, report).exists()
        assert Wording.objects.count() == 4


def test_words_put_aside_that_the_next_writer_never_saw_still_wait(
    manager, colleague, block, report
):
    with under(manager):
        seen = current(block).pk
        actions.write(block=block, text="One!", typed_over=seen, by=manager)
        actions.write(block=block, text="One?", typed_over=seen, by=colleague)
        actions.write(block=block, text="One!!", typed_over=current(block).pk, by=manager)
        assert current(block).content["text"] == "One!!"
        waiting = queries.put_aside(manager, report).get()
        assert (waiting.content["text"], waiting.by) == ("One?", colleague.described)


def test_each_turn_of_a_report_has_words_for_its_history():
    assert set(rules.DONE) == {step.name for step in rules.WORKFLOW.steps} | {rules.SENT_ON}


def test_words_in_a_section_that_somebody_holds_are_kept_beside(manager, colleague, block, report):
    with under(manager):
        actions.hold(section=block.section, by=manager)
        actions.write(block=block, text="Mine.", typed_over=current(block).pk, by=colleague)
        assert current(block).content["text"] == LINES
        assert [w.content["text"] for w in queries.put_aside(manager, report)] == ["Mine."]


def test_a_section_held_by_another_is_not_to_be_taken(manager, colleague, block):
    with under(manager):
        actions.hold(section=block.section, by=manager)
        with pytest.raises(PermissionDenied, match="Somebody else is writing"):
            actions.hold(section=block.section, by=colleague)


def test_a_lay_member_may_not_write(manager, block):
    lay = factories.member(Role.LAY_MEMBER, partnership=partnership(manager))
    with under(manager), pytest.raises(PermissionDenied, match="does not write it"):
        actions.write(block=block, text="New.", typed_over=None, by=lay)


def drawn(report, by):
    return drawing.draw(by, report, {"prose": Prose()}).fingerprint


def proved(report, by):
    actions.record_proof(report=report, of=drawn(report, by), slips=[], by=by)


def send(report, by):
    return signing.take_step("send", report=report, of=drawn(report, by), by=by)


def publish(report, by):
    return signing.publish(report=report, of=drawn(report, by), made=MADE, by=by)


def sign(report, by):
    return signing.sign(report=report, of=drawn(report, by), signed=True, words="", by=by)


def test_a_report_goes_to_the_partners_only_after_it_was_proof_read_as_it_stands(
    manager, report, block
):
    with under(manager):
        with pytest.raises(PermissionDenied, match="Proof-read"):
            send(report, manager)
        proved(report, manager)
        actions.write(block=block, text="Changed.", typed_over=current(block).pk, by=manager)
        with pytest.raises(PermissionDenied, match="Proof-read"):
            send(report, manager)
        proved(report, manager)
        assert send(report, manager).stage == "with the partners"


def test_a_report_is_published_only_when_every_delegated_partner_has_signed(
    manager, partner, report, block
):
    with under(manager):
        proved(report, manager)
        report = send(report, manager)
        with pytest.raises(PermissionDenied, match="Not signed yet by Agency"):
            publish(report, manager)
        sign(report, partner)
        assert publish(report, manager).number == 1


def test_a_signature_does_not_carry_over_to_other_words(manager, partner, report, block):
    with under(manager):
        proved(report, manager)
        report = send(report, manager)
        sign(report, partner)
        report = signing.take_step("recall", report=report, reason="a figure", by=manager)
        actions.write(block=block, text="Changed.", typed_over=current(block).pk, by=manager)
        proved(report, manager)
        report = send(report, manager)
        with pytest.raises(PermissionDenied, match="Not signed yet"):
            publish(report, manager)


def test_the_public_reads_what_was_published_and_nothing_else(manager, partner, report, block):
    from goldenthread.foundations.people.askers import ANYONE
    from goldenthread.foundations.publishing.models import Report

    with under(manager):
        proved(report, manager)
        report = send(report, manager)
        sign(report, partner)
        publish(report, manager)
    with under(ANYONE):
        assert [release.number for release in queries.published(manager.slug)] == [1]
        assert not Report.objects.exists()
    with under(manager):
        signing.withdraw(report=report, reason="A figure was wrong", by=manager)
    with under(ANYONE):
        assert not queries.published(manager.slug).exists()


def test_a_heading_can_be_corrected_and_the_shipped_one_stays(manager):
    with under(manager):
        before = headings.required(manager, "WT 2026")
        assert len(before) == 13
        assert not before[0].confirmed
        actions.correct_heading(
            edition="WT 2026",
            number=1,
            title="Contributions",
            confirmed=True,
            note="chapter 2",
            by=manager,
        )
        after = headings.required(manager, "WT 2026")
        assert (after[0].title, after[0].confirmed) == ("Contributions", True)
        assert after[1:] == before[1:]
