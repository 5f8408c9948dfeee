"""The pages as a person sees them."""

import re

import pytest
from django.urls import reverse

from goldenthread.foundations.measures import queries
from goldenthread.foundations.measures.importing.keeping import keep_file
from goldenthread.foundations.measures.showing import drawn
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.people.tests.counting import statements


def words(page) -> str:
    return re.sub(r"\s+", " ", page.find("main").get_text(" "))


def test_an_empty_list_says_what_to_do_next(here):
    assert "Bring in a file with figures" in words(here.get("index"))


def test_the_list_shows_the_newest_figure_of_each_measure(here, filled):
    page = here.get("index", {"words": "looked"})
    cells = [cell.get_text(strip=True) for cell in page.select("tbody tr td")]
    assert "637" in cells
    assert "as at 31 March 2015" in cells


def test_the_list_can_be_narrowed_to_what_does_not_add_up(here, filled):
    page = here.get("index", {"with": "flags"})
    names = {link.get_text(strip=True) for link in page.select("tbody th a")}
    assert "Multi-agency training: courses" in names
    assert "Children looked after" not in names


def test_a_measure_shows_its_table_and_what_does_not_add_up(here, filled):
    said = words(here.get("measure", code="training-courses"))
    assert "published as 87, but its 16 lines add up to 79" in said
    assert "Total, as published" in said


def test_a_measure_without_its_chart_yet_says_so_and_shows_the_table(here, filled):
    page = here.get("measure", code="looked-after")
    assert page.find("main").find("figure") is None
    assert "is being drawn" in words(page)
    assert "637" in words(page)


def test_a_drawn_chart_stands_above_its_table(here, filled):
    with under(filled):
        drawn.chart_of(filled, "looked-after", draw=True, table=None)
    assert here.get("measure", code="looked-after").find("svg", role="img")


def test_the_public_view_of_a_measure_holds_no_small_number_anywhere(here, filled):
    page = here.get("measure", {"audience": "public"}, code="allegations-by-sector")
    cells = [cell.get_text(strip=True) for cell in page.select("tbody td")]
    assert "c" in cells
    assert not {"1", "2", "3", "4", "5"} & set(cells)
    assert not page.select("tbody td a"), "a link would lead to the whole figure"


def test_each_figure_leads_to_its_source_and_place(here, filled):
    link = here.get("measure", code="training-courses").select_one("tbody td a")
    said = words(here.get("figure", pk=int(link["href"].split("/")[-2])))
    assert "training.csv, row" in said
    assert "Source 001" in said


def test_a_figure_is_corrected_with_a_reason_and_shows_both(here, filled):
    with under(filled):
        old = queries.observations_of(filled, "looked-after")[-1]
    page = here.post("correct", {"value": "640", "reason": "Three were counted late"}, pk=old.pk)
    assert "Three were counted late" in words(page)
    assert page.find("h1").get_text(strip=True) == "640"
    assert "It is now 640" in words(here.get("figure", pk=old.pk))


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"value": "640", "reason": ""}, "Enter why the figure is corrected"),
        ({"value": "", "reason": "x"}, "Enter the figure"),
        ({"value": "-1", "reason": "x"}, "Figure must be 0 or more"),
        ({"value": "637", "reason": "x"}, "This is what the figure says now"),
        ({"value": "many", "reason": "x"}, "Figure must be a number"),
    ],
)
def test_a_wrong_correction_is_told_and_nothing_typed_is_lost(here, filled, sent, told):
    with under(filled):
        old = queries.observations_of(filled, "looked-after")[-1]
    page = here.post("correct", sent, pk=old.pk)
    assert told in words(page)
    assert page.find("input", {"name": "value"}).get("value", "") == sent["value"]


def test_a_reader_sees_no_button_and_is_refused_with_the_reason(client, partnership, filled):
    reader = factories.member(Role.LAY_MEMBER, partnership=partnership)
    factories.sign_in(client, reader)
    at = {"partnership": reader.slug}
    assert b"Bring figures in" not in client.get(reverse("dataset:index", kwargs=at)).content
    assert client.get(reverse("dataset:bring", kwargs=at)).status_code == 403


def test_a_measure_of_our_own_is_added_and_worded(here, analyst):
    sent = {"name": "Quoracy", "theme": "Governance", "unit": "percent", "basis": "percent"}
    page = here.post("add_measure", {**sent, "polarity": "neither"})
    assert page.find("h1").get_text(strip=True) == "Quoracy"
    page = here.post(
        "change_measure", {"name": "Quorate", "theme": "Governance"}, code="own-quoracy"
    )
    assert page.find("h1").get_text(strip=True) == "Quorate"


def test_wording_a_shipped_measure_keeps_the_shipped_one_and_says_what_is_ours(here, filled):
    here.post("change_measure", {"name": "In care", "theme": "Care"}, code="looked-after")
    assert "with our own name, theme, definition" in words(here.get("measure", code="looked-after"))


def test_the_threshold_is_set_with_a_reason_that_stays(here, filled):
    page = here.post("small_numbers", {"threshold": "7", "reason": "Small schools"})
    assert "counts from 1 to 7 are withheld" in words(page)
    assert "Small schools" in words(page)


def test_other_pages_open(here, filled, analyst):
    assert "87" in words(here.get("flags"))
    assert "allegations.csv" in words(here.get("imports"))
    with under(analyst):
        pk = queries.imports_of(analyst).first().pk
    assert "What it brought" in str(here.get("import", pk=pk))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_every_figure_comes_as_a_file_that_runs_nothing(client, analyst, partnership, kind):
    rows = b"indicator,period,value\n=HYPERLINK(1),2014/15,3\n"
    with under(analyst):
        keep_file(rows, "evil.csv", partnership, by=analyst)
    factories.sign_in(client, analyst)
    answer = client.get(
        reverse("dataset:export", kwargs={"partnership": analyst.slug, "kind": kind})
    )
    content = b"".join(answer.streaming_content)
    assert b"\r\n=HYPERLINK" not in content
    assert b"<f>" not in content
    assert len(content) > 100


def test_a_table_for_the_public_comes_as_a_file_with_its_symbols(client, filled):
    factories.sign_in(client, filled)
    at = {"partnership": filled.slug, "code": "allegations-by-sector", "kind": "csv"}
    answer = client.get(reverse("dataset:measure_file", kwargs=at) + "?audience=public")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("line,2010/11")
    assert any(",c" in line for line in lines)


@pytest.mark.parametrize("page", ["index", "imports", "flags", "measure", "figure", "import"])
def test_pages_ask_no_more_of_the_database_for_ten_times_the_figures(
    here, filled, partnership, page
):
    with under(filled):
        kwargs = {
            "measure": {"code": "group-meetings"},
            "figure": {"pk": queries.observations_of(filled, "group-meetings")[0].pk},
            "import": {"pk": queries.imports_of(filled).first().pk},
        }.get(page, {})
    few = len(statements(lambda: here.get(page, **kwargs)))
    rows = b"".join(b"001,Kirklees,%d/%02d,Group %d,4\n" % (2000 + n, n + 1, g)
                    for n in range(20) for g in range(20))  # fmt: skip
    with under(filled):
        head = b"source,area,period,group,meetings\n"
        keep_file(head + rows, "many.csv", partnership, by=filled)
    many = len(statements(lambda: here.get(page, **kwargs)))
    assert many == few
    assert many <= (13 if page == "measure" else 12)  # of the whole request


def test_no_other_partnership_is_to_be_seen(client, filled, settings):
    settings.DEMONSTRATION = True
    other = factories.member(Role.DATA_ANALYST, partnership=factories.PartnershipFactory(
        name="Other", area="Other", slug="other"))  # fmt: skip
    factories.sign_in(client, other)
    answer = client.get(reverse("dataset:index", kwargs={"partnership": "other"}))
    assert b"Children looked after" not in answer.content
    with under(filled):
        pk = queries.observations_of(filled, "looked-after")[0].pk
    assert (
        client.get(reverse("dataset:figure", kwargs={"partnership": "other", "pk": pk})).status_code
        == 404
    )
