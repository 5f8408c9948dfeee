"""The order of a report, its quotations, its versions, and who it waits for."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from goldenthread.capabilities.yearly_report import deadlines
from goldenthread.foundations.clocks.models import Due
from goldenthread.foundations.messages.models import Message
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Partnership
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.publishing import actions, queries, signing
from goldenthread.foundations.publishing.models import Printing
from goldenthread.foundations.sign_in.models import Draft


@pytest.fixture
def partner(manager):
    partnership = Partnership.objects.get(pk=manager.partnership_id)
    return factories.member(
        Role.DELEGATED_PARTNER, partnership=partnership, name="Cy Marsh", email="cy@example.org"
    )


@pytest.fixture
def desk(client, manager):
    return factories.sign_in(client, manager)


@pytest.fixture
def at(manager, report):
    """An address of the report's pages."""
    return lambda page, *args: reverse(
        f"yearly_report:{page}", args=[manager.slug, report.pk, *args]
    )


def parts(manager, report):
    with under(manager):
        return queries.parts_of(manager, report)


def soup(response):
    assert response.status_code == 200, response.status_code
    return BeautifulSoup(response.content, "html.parser")


def titles(manager, report):
    return [part.section.title for part in parts(manager, report)]


def test_a_section_moves_one_place_and_the_first_stays_first(desk, at, manager, report):
    was = titles(manager, report)
    second = parts(manager, report)[1].section
    desk.post(at("move-section", second.pk), {"way": "up"})
    assert titles(manager, report) == [was[1], was[0], *was[2:]]
    desk.post(at("move-section", second.pk), {"way": "up"})
    assert titles(manager, report) == [was[1], was[0], *was[2:]]


def test_a_block_moves_down_past_the_next(desk, at, manager, report):
    part = parts(manager, report)[0]
    with under(manager):
        actions.add_block(section=part.section, kind="flags", content={}, by=manager)
    desk.post(at("move-block", part.blocks[0][0].pk), {"way": "down"})
    assert [b.kind for b, _ in parts(manager, report)[0].blocks] == ["flags", "prose"]


def test_a_section_gets_another_heading_and_answers_others(desk, at, manager, report):
    section = parts(manager, report)[0].section
    answers = {"title": "What we did", "answers": ["3", "4"]}
    desk.post(at("change-section", section.pk), answers)
    page = soup(desk.get(at("section", section.pk)))
    assert page.h1.text == "What we did"
    assert "3. " in page.text


def test_a_quotation_is_put_in_changed_and_counts_as_evidence(desk, at, manager, report):
    section = parts(manager, report)[0].section
    said = {"text": "They told us why.", "said_by": "a parent after a conference"}
    desk.post(at("add-quotation", section.pk), said)
    block = parts(manager, report)[0].blocks[-1][0]
    desk.post(at("change-quotation", block.pk), said | {"text": "They told us at last."})
    assert "They told us at last." in desk.get(at("preview")).text
    assert "Quotation: a parent after a conference" in desk.get(at("report")).text


def test_a_quotation_without_a_speaker_is_refused_and_keeps_its_words(desk, at, manager, report):
    section = parts(manager, report)[0].section
    page = soup(
        desk.post(at("add-quotation", section.pk), {"text": "They told us.", "said_by": ""})
    )
    assert page.textarea.text.strip() == "They told us."
    assert "without a name" in page.text


def test_a_block_that_is_no_quotation_has_no_such_page(desk, at, manager, report):
    block = parts(manager, report)[0].blocks[0][0]
    assert desk.get(at("change-quotation", block.pk)).status_code == 404


def send(manager, report, desk, at):
    desk.post(at("proof"))
    assert desk.post(at("step", "send")).status_code == 302


def test_words_written_while_the_report_went_to_the_partners_are_kept(desk, at, manager, report):
    block, wording = parts(manager, report)[0].blocks[0]
    send(manager, report, desk, at)
    typed = {"text": "Nobody may lose this.", "typed_over": wording.pk}
    answer = desk.post(at("write", block.pk), typed, follow=True)
    assert "Nobody may lose this." in answer.text
    assert "could not be saved in it" in answer.text
    with under(manager):
        assert queries.current_wordings([block.pk])[block.pk].content["text"] == ""


def test_partners_are_asked_by_e_mail_that_says_only_that_something_waits(
    desk, at, manager, partner, report
):
    send(manager, report, desk, at)
    with under(manager):
        letter = Message.objects.get(to="cy@example.org")
        assert "waits for your signature" in letter.subject
        assert Due.objects.filter(seat_id=partner.seat_id, settled_at__isnull=True).count() == 1
    factories.sign_in(desk, partner)
    desk.post(at("sign"), {"decision": "yes", "words": ""})
    with under(manager):
        assert not Due.objects.filter(seat_id=partner.seat_id, settled_at__isnull=True).exists()


def sign(desk, at, manager, partner):
    factories.sign_in(desk, partner)
    desk.post(at("sign"), {"decision": "yes", "words": ""})
    factories.sign_in(desk, manager)


def test_what_changed_since_a_partner_signed_is_shown(desk, at, manager, partner, report):
    send(manager, report, desk, at)
    sign(desk, at, manager, partner)
    desk.post(at("step", "recall"), {"reason": "One word"})
    block, wording = parts(manager, report)[0].blocks[0]
    desk.post(at("write", block.pk), {"text": "Newly written.", "typed_over": wording.pk})
    page = soup(desk.get(at("report")))
    link = next(a for a in page.select("a") if "What changed since" in a.text)
    assert "Signed an earlier wording" in page.text
    assert "Newly written." in soup(desk.get(link["href"])).ins.text


@pytest.mark.parametrize("since", ["²", "٣", "-1", "9" * 30, "last week"])
def test_what_changed_since_nothing_that_was_signed_is_the_versions_alone(desk, at, since):
    assert desk.get(at("versions"), {"since": since}).status_code == 200


@pytest.mark.parametrize("section", ["²", "9" * 30, "here"])
def test_a_comment_on_no_section_of_the_report_is_never_an_error_of_ours(desk, at, section):
    sent = desk.post(at("comment"), {"section": section, "text": "Who says so?"})
    assert sent.status_code in (302, 404)


def test_a_published_report_waits_to_be_sent_on_until_somebody_says_it_was(
    desk, at, manager, partner, report
):
    send(manager, report, desk, at)
    sign(desk, at, manager, partner)
    with under(manager):
        report.refresh_from_db()
        of = queries.latest_proof(manager, report).fingerprint
        made = signing.Made("<p>It</p>", "<p>It</p>", b"%PDF", b"PK")
        printing = actions.ask_for_printing(report=report, of=of, by=manager)
        actions.keep_printing(printing=printing, of=of, made=made, by=manager)
    desk.post(at("step", "publish"))
    page = soup(desk.get(at("report")))
    assert "Practice Review Panel" in page.text
    desk.post(at("sent"))
    assert "It was sent to the Panel" not in desk.get(at("report")).text
    assert "Cy Marsh" in soup(desk.get(at("versions"))).text
    assert "Read it as the public does" in desk.get(at("report")).text
    desk.post(at("step", "reopen"), {"reason": "A figure was wrong"})
    page = soup(desk.get(at("report")))
    (public,) = [a for a in page.select("a") if "still public" in a.text]
    assert desk.get(public["href"]).status_code == 200


def test_files_that_were_not_made_are_said_not_to_be(desk, at, manager, report):
    desk.post(at("print"))
    assert "Look again" in desk.get(at("preview")).text
    with under(manager):
        Printing.objects.update(asked_at="2026-01-01T00:00Z")
    assert "have not been made" in desk.get(at("preview")).text


def test_a_kept_draft_is_offered_where_it_was_typed(desk, at, manager, report):
    block, wording = parts(manager, report)[0].blocks[0]
    address = at("write", block.pk)
    typed = {"text": "Half a thought", "typed_over": wording.pk, "draft-page": address}
    desk.post(reverse("sign_in_keep"), typed)
    assert soup(desk.get(address)).textarea.text.strip() == "Half a thought"
    with under(manager):
        assert Draft.objects.count() == 1


def test_a_report_is_due_by_the_end_of_september_after_its_year():
    assert deadlines.publish_by("2025/26") == date(2026, 9, 30)
    assert deadlines.publish_by("2025") == date(2026, 9, 30)
    assert deadlines.send_by(date(2026, 9, 30)) == date(2026, 10, 7)
    assert not deadlines.shipped()["YR-1"].confirmed


def local(desk, at, manager, report):
    """A section that answers nothing required, with words in it."""
    desk.post(at("add-section"), {"title": "Our youth forum"})
    part = parts(manager, report)[-1]
    block, wording = part.blocks[0]
    desk.post(at("write", block.pk), {"text": "They met twice.", "typed_over": wording.pk})
    return part.section


def test_a_local_section_is_taken_out_and_put_back_with_its_words(desk, at, manager, report):
    section = local(desk, at, manager, report)
    desk.post(at("remove-section", section.pk))
    assert "Our youth forum" not in titles(manager, report)
    assert "They met twice." not in desk.get(at("preview")).text
    assert "Put it back: Our youth forum" in soup(desk.get(at("report"))).text
    desk.post(at("put-section-back", section.pk))
    assert "They met twice." in desk.get(at("preview")).text


def test_a_section_that_answers_a_required_heading_is_not_taken_out(desk, at, manager, report):
    required = parts(manager, report)[0].section
    response = desk.post(at("remove-section", required.pk))
    assert response.status_code == 403
    assert "Change what it answers" in response.text
    assert "Take the whole section" not in desk.get(at("section", required.pk)).text


def test_a_section_in_which_somebody_writes_is_not_taken_out(client, desk, at, manager, report):
    section = local(desk, at, manager, report)
    partnership = Partnership.objects.get(pk=manager.partnership_id)
    colleague = factories.member(Role.COORDINATOR, partnership=partnership)
    with under(colleague):
        actions.hold(section=section, by=colleague)
    assert desk.post(at("remove-section", section.pk)).status_code == 403


def test_a_block_moves_to_another_section_with_its_history(desk, at, manager, report):
    source, target = local(desk, at, manager, report), parts(manager, report)[0].section
    block = parts(manager, report)[-1].blocks[0][0]
    asked = soup(desk.get(at("move-block-to", block.pk)))
    assert source.title not in [label.text.strip() for label in asked.select("label")]
    desk.post(at("move-block-to", block.pk), {"section": target.pk})
    assert [b.pk for b, _ in parts(manager, report)[0].blocks][-1] == block.pk
    assert "They met twice." in desk.get(at("block-history", block.pk)).text


def test_a_move_to_nowhere_is_asked_again(desk, at, manager, report):
    block = parts(manager, report)[0].blocks[0][0]
    page = soup(desk.post(at("move-block-to", block.pk), {"section": "999999"}))
    assert page.select_one(".govuk-error-summary")


def test_a_block_that_was_taken_out_can_be_read_and_put_back(desk, at, manager, report):
    section = local(desk, at, manager, report)
    block = parts(manager, report)[-1].blocks[0][0]
    desk.post(at("remove-block", block.pk))
    page = soup(desk.get(at("section", section.pk)))
    assert "Text: They met twice." in page.text
    desk.post(at("put-block-back", block.pk))
    assert "They met twice." in desk.get(at("preview")).text
