"""What an audience may see: small numbers withheld, totals that give nothing away, comparators beside."""

import pytest

from goldenthread.engine.disclosure import PublishedTable, workable
from goldenthread.engine.disclosure.table import Cell, Why
from goldenthread.foundations.measures import actions, definitions, queries, relations
from goldenthread.foundations.measures.models import StoredChart
from goldenthread.foundations.measures.showing import drawn
from goldenthread.foundations.measures.showing.specs import spec_of
from goldenthread.foundations.measures.showing.tables import PUBLISHED_TOTAL, table_for

CODE = "allegations-by-sector"


def rows_of(table) -> dict[str, list[str]]:
    return {line.name: [cell.text for cell in line.cells] for line in table.lines}


def test_the_partnership_sees_its_figures_whole(bring, asker):
    bring("allegations.csv")
    rows = rows_of(table_for(asker, [CODE]))
    assert rows["Faith setting"] == ["2", "0", "1", "2", "6"]
    assert rows[PUBLISHED_TOTAL] == ["116", "130", "128", "139", "207"]


def test_the_public_sees_no_small_number(bring, asker):
    bring("allegations.csv")
    table = table_for(asker, [CODE], "public")
    shown = [c.value for line in table.lines for c in line.cells if c.value is not None]
    assert shown, "nothing was shown at all"
    assert not [value for value in shown if 1 <= value <= 5]
    assert "c: withheld, because a small number could identify a child" in table.notes


def test_what_is_withheld_cannot_be_worked_out_from_the_totals(bring, asker):
    """By all the totals of the table at once, as a determined reader would."""
    bring("allegations.csv")
    table = table_for(asker, [CODE], "public")
    lines = [line for line in table.lines if line.kind in ("line", "whole")]
    published = PublishedTable(
        tuple(line.name for line in lines),
        table.columns,
        tuple(tuple(as_cell(cell.text) for cell in line.cells) for line in lines),
        has_total_row=lines[-1].kind == "whole",
    )
    assert published.withheld(), "nothing was withheld, so nothing was tried"
    assert workable(published) == []


def as_cell(text: str) -> Cell:
    if text == "c":
        return Cell("c", 1, None, Why.UNSAID)
    number = int(text.replace(",", ""))
    return Cell(text, number, number)


def test_a_total_withheld_in_one_table_is_withheld_in_every_other(bring, asker):
    """One column with one small line: the total or another line goes, the same wherever it stands."""
    bring("allegations.csv")
    alone = rows_of(table_for(asker, [CODE], "public"))
    among = rows_of(table_for(asker, [CODE, "looked-after"], "public"))
    name = "Allegations by sector of employment: "
    assert {name + line: cells for line, cells in alone.items()} == among


def test_a_part_that_is_a_measure_of_its_own_is_not_given_away_by_the_others(bring, asker):
    """A reader lays the tables of the total and of its parts side by side and takes them away."""
    parts = relations.parts()["plans"]
    numbers = dict(zip(parts, (40, 30, 20, 17, 3), strict=True))
    named = definitions.definitions()
    rows = "".join(f"{named[c].name},31 March 2025,{n}\n" for c, n in numbers.items())
    rows += f"{named['plans'].name},31 March 2025,{sum(numbers.values())}\n"
    bring("plans.csv", f"indicator,period,value\n{rows}".encode())
    seen = {code: table_for(asker, [code], "public") for code in ("plans", *parts)}
    texts = {code: rows_of(table)["Kirklees"][0] for code, table in seen.items()}
    assert texts["plans-open-2-years"] == "c"
    assert list(texts.values()).count("c") == 2


def test_narrowing_the_periods_shows_no_more(bring, asker):
    bring("allegations.csv")
    whole = table_for(asker, [CODE], "public")
    period = queries.observations_of(asker, CODE)[0].period
    narrow = rows_of(table_for(asker, [CODE], "public", periods=[period]))
    at = whole.columns.index(period.label)
    for line in whole.lines:
        if line.cells[at].text:
            assert narrow[line.name] == [line.cells[at].text]


def test_a_withheld_cell_leads_to_no_observation(bring, asker):
    bring("allegations.csv")
    table = table_for(asker, [CODE], "public")
    assert not any(c.observation for line in table.lines for c in line.cells if c.is_symbol)


def test_a_partnership_may_set_its_own_threshold(bring, asker):
    bring("allegations.csv")
    actions.set_threshold(10, "Our information sharing agreement says so", by=asker)
    table = table_for(asker, [CODE], "public")
    assert not [
        c.value for line in table.lines for c in line.cells if c.value and 1 <= c.value <= 10
    ]


@pytest.mark.parametrize("code", ["training-courses", "group-meetings", "expenditure"])
def test_what_identifies_nobody_is_shown_whole(bring, asker, code):
    for name in ("training.csv", "groups.csv", "budget.csv"):
        bring(name)
    cells = [c for line in table_for(asker, [code], "public").lines for c in line.cells]
    assert cells
    assert "c" not in {cell.text for cell in cells}


def test_a_share_of_small_numbers_is_withheld_though_the_share_is_large(bring, asker):
    rows = b"indicator,period,kind,value,numerator,denominator\n"
    rows += b"Child death reviews concluded,2013/14,percent,75,3,4\n"
    bring("shares.csv", rows)
    table = table_for(asker, ["child-death-reviews-concluded-percent"], "public")
    assert rows_of(table) == {"Kirklees": ["c"]}


def test_comparators_stand_beside_with_a_word_on_other_years(bring, asker):
    bring("indicators.csv")
    table = table_for(asker, ["child-death-reviews-concluded-percent"])
    assert rows_of(table) == {"Kirklees": ["49%"], "England": ["38%"]}
    table = table_for(asker, ["plans-second-time-percent"])
    assert rows_of(table) == {"Kirklees": ["14%", "13%"], "England": ["", "14%"]}


def test_a_comparator_for_another_year_carries_a_caveat(bring, asker):
    rows = b"area,indicator,period,kind,value\n"
    rows += b"Kirklees,Children looked after,31 March 2015,count at date,637\n"
    rows += b"England,Children looked after,31 March 2014,count at date,68800\n"
    bring("care.csv", rows)
    notes = table_for(asker, ["looked-after"]).notes
    assert notes == (
        "Different year: England is for as at 31 March 2014, ours is for as at 31 March 2015",
    )


def test_a_flag_stands_with_its_figure(bring, asker):
    bring("training.csv")
    table = table_for(asker, ["training-courses"])
    assert len(table.flags) == 1
    assert "add up to 79" in table.flags[0]


def test_a_chart_is_of_the_table_that_stands_beneath_it(bring, asker):
    bring("allegations.csv")
    spec = spec_of(table_for(asker, [CODE], "public"))
    newest = {line.name: line.cells[-1].text for line in table_for(asker, [CODE], "public").lines}
    assert spec.kind == "bar"
    assert dict(zip(spec.labels, spec.series[0].values, strict=True)) == {
        name: text for name, text in newest.items() if name != PUBLISHED_TOTAL
    }


def test_a_chart_is_drawn_once_and_found_again_by_its_figures(bring, asker):
    bring("indicators.csv")
    before = drawn.chart_of(asker, "looked-after")
    assert not before.is_drawn
    made = drawn.chart_of(asker, "looked-after", draw=True)
    assert made.svg.startswith("<svg")
    assert made.png.startswith(b"\x89PNG")
    assert drawn.chart_of(asker, "looked-after") == made
    drawn.chart_of(asker, "looked-after", draw=True)
    assert StoredChart.objects.count() == 1


def test_a_corrected_figure_never_stands_under_an_old_chart(bring, asker):
    bring("indicators.csv")
    drawn.chart_of(asker, "looked-after", draw=True)
    newest = queries.observations_of(asker, "looked-after")[-1]
    correction = actions.Correction(newest.value + 1, None, None, "One child was missed")
    actions.correct(newest, correction, by=asker)
    assert not drawn.chart_of(asker, "looked-after").is_drawn
