"""From nothing to a published report, through the pages, as the people of a partnership."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from goldenthread.capabilities.yearly_report import tasks
from goldenthread.capabilities.yearly_report.drafting import outline
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Partnership
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.publishing import queries
from goldenthread.foundations.publishing.models import Printing, Report


@pytest.fixture
def partner(manager):
    partnership = Partnership.objects.get(pk=manager.partnership_id)
    return factories.member(Role.DELEGATED_PARTNER, partnership=partnership, name="Cy Marsh")


@pytest.fixture
def desk(client, manager):
    return factories.sign_in(client, manager)


def address(member, page, *args):
    return reverse(f"yearly_report:{page}", args=[member.slug, *args])


def soup(response):
    assert response.status_code == 200, response.status_code
    return BeautifulSoup(response.content, "html.parser")


def start(desk, manager, how="empty") -> int:
    answers = {"title": "Yearly report", "period": "2025/26", "edition": "WT 2026", "how": how}
    response = desk.post(address(manager, "start"), answers)
    assert response.status_code == 302, soup(response).select_one(".govuk-error-summary")
    return int(response.url.rstrip("/").rsplit("/", 1)[1])


def queried_parts(manager, pk):
    with under(manager):
        return queries.parts_of(manager, Report.objects.get(pk=pk))


def first_section(manager, pk):
    return queried_parts(manager, pk)[0]


def make_files(manager):
    with under(manager):
        waiting = Printing.objects.latest("pk").pk
    tasks.print_out(printing_id=waiting, partnership_id=manager.partnership_id)


def test_an_empty_report_has_a_section_for_each_required_heading_and_all_are_bare(desk, manager):
    page = soup(desk.get(address(manager, "report", start(desk, manager))))
    assert page.text.count("Bare") == 13
    assert "0 of 13" in page.text


def test_a_year_that_is_none_is_refused_with_what_was_typed_kept(desk, manager):
    answers = {"title": "Our report", "period": "last year", "edition": "WT 2026", "how": "empty"}
    page = soup(desk.post(address(manager, "start"), answers))
    assert "Enter a year such as 2025/26" in page.select_one(".govuk-error-summary").text
    assert page.select_one("#id_title")["value"] == "Our report"


def test_words_are_written_and_read(desk, manager):
    pk = start(desk, manager)
    block, wording = first_section(manager, pk).blocks[0]
    desk.post(
        address(manager, "write", pk, block.pk),
        {"text": "We **listened**.", "typed_over": wording.pk},
    )
    assert "<strong>listened</strong>" in desk.get(address(manager, "preview", pk)).text


def test_whoever_writes_a_section_is_told_what_belongs_in_it_and_no_reader_is(desk, manager):
    pk = start(desk, manager, how="draft")
    part = first_section(manager, pk)
    asks = outline.asks(part.section.title)
    assert "in its own words" in asks
    for page in ("section", "write"):
        number = part.section.pk if page == "section" else part.blocks[0][0].pk
        assert asks in soup(desk.get(address(manager, page, pk, number))).text
    assert asks not in soup(desk.get(address(manager, "preview", pk))).text


def test_words_that_met_others_are_shown_beside_them(desk, manager):
    pk = start(desk, manager)
    part = first_section(manager, pk)
    block, wording = part.blocks[0]
    for text in ("Mine.", "Theirs."):
        desk.post(address(manager, "write", pk, block.pk), {"text": text, "typed_over": wording.pk})
    page = soup(desk.get(address(manager, "section", pk, part.section.pk)))
    assert "Mine." in page.text
    assert "Theirs." in page.text
    assert "Kept beside" in page.text


def test_words_kept_beside_are_settled_only_by_somebody_who_saw_them(desk, manager):
    pk = start(desk, manager)
    block, wording = first_section(manager, pk).blocks[0]
    write = address(manager, "write", pk, block.pk)
    for text in ("Mine.", "Theirs."):
        desk.post(write, {"text": text, "typed_over": wording.pk})
    form = soup(desk.get(write)).select_one("main form")
    shown = {field["name"]: field.get("value", "") for field in form.select("input[name]")}
    desk.post(write, {"text": "Both.", "typed_over": shown["typed_over"]})
    assert "Theirs." in desk.get(write).text
    form = soup(desk.get(write)).select_one("main form")
    shown = {field["name"]: field.get("value", "") for field in form.select("input[name]")}
    desk.post(write, {"text": "All.", "typed_over": shown["typed_over"], "seen": shown["seen"]})
    assert "Theirs." not in desk.get(write).text


def test_a_slip_leads_to_the_section_where_it_is_mended(desk, manager):
    pk = start(desk, manager)
    parts = queried_parts(manager, pk)
    block, wording = parts[2].blocks[0]
    words = {"text": "It met on 31 February 2026.", "typed_over": wording.pk}
    desk.post(address(manager, "write", pk, block.pk), words)
    desk.post(address(manager, "proof", pk))
    page = soup(desk.get(address(manager, "proof", pk)))
    row = next(row for row in page.select("tbody tr") if "31 February" in row.text)
    assert row.a["href"] == address(manager, "section", pk, parts[2].section.pk)
    assert row.a.text == parts[2].section.title


def test_a_report_changed_and_changed_back_finds_its_older_files_again(desk, manager):
    pk = start(desk, manager)
    desk.post(address(manager, "print", pk))
    make_files(manager)
    with under(manager):
        older = Printing.objects.get(made_at__isnull=False)
        Printing.objects.create(
            partnership_id=older.partnership_id, report=older.report, fingerprint="another"
        )
    assert "hold the report as it stands now" in desk.get(address(manager, "preview", pk)).text
    assert desk.get(address(manager, "download", pk, "pdf")).content.startswith(b"%PDF")


def test_what_is_typed_as_html_stays_text(desk, manager):
    pk = start(desk, manager)
    block, wording = first_section(manager, pk).blocks[0]
    typed = {"text": "<script>alert(1)</script>", "typed_over": wording.pk}
    desk.post(address(manager, "write", pk, block.pk), typed)
    assert "<script>alert" not in desk.get(address(manager, "preview", pk)).text


def test_the_journey_to_a_public_report(desk, manager, partner, client):
    pk = start(desk, manager)
    block, wording = first_section(manager, pk).blocks[0]
    desk.post(
        address(manager, "write", pk, block.pk), {"text": "We listened.", "typed_over": wording.pk}
    )
    assert "Proof-read the report" in desk.get(address(manager, "step", pk, "send")).text
    desk.post(address(manager, "proof", pk))
    desk.post(address(manager, "step", pk, "send"))
    factories.sign_in(client, partner)
    client.post(address(partner, "sign", pk), {"decision": "yes", "words": ""})
    factories.sign_in(client, manager)
    assert "The files are being made" in client.get(address(manager, "step", pk, "publish")).text
    make_files(manager)
    client.post(address(manager, "step", pk, "publish"))
    assert "Sent to the partners to sign" in client.get(address(manager, "report", pk)).text
    client.cookies.clear()
    listed = client.get(reverse("public_reports:list", args=[manager.slug]))
    assert "Yearly report 2025/26" in listed.text
    public = reverse("public_reports:report", args=[manager.slug, pk])
    assert "We listened." in client.get(public).text
    assert client.get(public + "pdf/").content.startswith(b"%PDF")
    assert client.get(public + "word/").content.startswith(b"PK")


def test_the_public_finds_no_draft(client, desk, manager):
    pk = start(desk, manager)
    client.cookies.clear()
    assert client.get(reverse("public_reports:report", args=[manager.slug, pk])).status_code == 404


def test_a_required_heading_is_confirmed_by_a_manager(desk, manager):
    answers = {"title": "Contributions", "note": "chapter 2, paragraph 100", "confirmed": "on"}
    desk.post(address(manager, "correct-heading", "WT 2026", 1), answers)
    page = soup(desk.get(address(manager, "headings")))
    assert page.text.count("To be confirmed") == 12
    assert "chapter 2, paragraph 100" in page.text


@pytest.mark.parametrize("sections", [1, 12])
def test_a_report_takes_the_same_number_of_queries_however_long(
    desk, manager, sections, django_assert_max_num_queries
):
    pk = start(desk, manager)
    with under(manager):
        Report.objects.get(pk=pk).sections.filter(position__gt=sections).update(
            removed_at="2026-01-01T00:00Z"
        )
    with django_assert_max_num_queries(26):
        desk.get(address(manager, "report", pk))


def test_a_heading_of_an_edition_that_nobody_made_is_not_found(desk, manager):
    assert desk.get(address(manager, "correct-heading", "WT 1066", 1)).status_code == 404
