"""Money and attendance as a reader finds them: in each form, this year beside the last, corrected when the record is."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import docx
import pytest
from bs4 import BeautifulSoup

from goldenthread.capabilities.yearly_report import printing, reading
from goldenthread.capabilities.yearly_report.blocks import attendance, money
from goldenthread.foundations.measures.actions import Correction, correct
from goldenthread.foundations.measures.definitions import Basis
from goldenthread.foundations.measures.models import Area, Measure, Observation
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.publishing import actions
from goldenthread.kernel.periods import Kind

YEARS = (2024, 2025)


@pytest.fixture
def place(manager):
    own = {"partnership_id": manager.partnership_id}
    with under(manager):
        return Area.objects.create(code="X1", name="Callowdale", kind="own", **own)


@pytest.fixture
def put(manager, place):
    """Record one figure of a financial year, as a line where it has a name."""

    def put(code: str, year: int, value, line: str = "", of: tuple[int, int] | None = None):
        own = {"partnership_id": manager.partnership_id}
        basis, unit = (Basis.PERCENT, "percent") if of else (Basis.IN_PERIOD, "meetings")
        if code in money.MEASURES:
            basis, unit = Basis.POUNDS, "pounds"
        with under(manager):
            measure, _ = Measure.objects.get_or_create(
                code=code, defaults={"name": code.capitalize(), "basis": basis, "unit": unit, **own}
            )
            return Observation.objects.create(
                measure=measure, area=place, value=Decimal(value), breakdown=line,
                standing="line" if line else "whole",
                numerator=of and of[0], denominator=of and of[1],
                period_kind=Kind.FINANCIAL_YEAR, period_start=date(year, 4, 1),
                period_end=date(year + 1, 3, 31), **own,
            )  # fmt: skip

    return put


@pytest.fixture
def account(put):
    for year, council, police in ((2024, 900, 100), (2025, 950, 60)):
        put("income", year, council, "Council")
        put("income", year, police, "Police")
        put("income", year, council + police)
        put("expenditure", year, 700, "Staffing")
        put("expenditure", year, 330, "Reviews")
    put("reserve", 2025, 4000)


@pytest.fixture
def register(put):
    put("group-attendance", 2024, 90, "Police", of=(90, 100))
    put("group-attendance", 2025, 75, "Police", of=(90, 120))
    put("group-attendance", 2025, 90, "Health", of=(108, 120))
    put("group-meetings", 2025, 6, "Executive")
    put("group-meetings", 2025, 4, "Learning")


def drawn_with(by, kind: str, measures) -> object:
    with under(by):
        report = actions.start_report(
            title="Yearly report", period="2025/26", edition="WT 2026", by=by
        )
        section = actions.add_section(report=report, title="It", answers=[8], by=by)
        actions.add_block(section=section, kind=kind, content={"measures": list(measures)}, by=by)
        return reading.drawn(report, by)


def rows_of(drawing, caption: str) -> list[tuple[str, ...]]:
    blocks = drawing.document.sections[0].blocks
    table = next(b for b in blocks if b.kind == "table" and b.caption == caption)
    return [table.header, *table.rows]


def texts(drawing) -> str:
    return " ".join(getattr(b, "text", "") or "" for b in drawing.document.sections[0].blocks)


def test_each_partners_money_stands_with_its_share_and_its_change(manager, account):
    rows = rows_of(drawn_with(manager, "money", money.MEASURES), "Money in")
    assert rows[0][1:] == ("2024/25", "2025/26", "Change", "Share of 2025/26")
    assert rows[1] == ("Council", "£900", "£950", "+£50", "94%")
    assert rows[2] == ("Police", "£100", "£60", "-£40", "6%")
    assert rows[-1] == ("Total, as published", "£1,000", "£1,010", "+£10", "100%")


def test_where_no_total_was_published_the_sum_says_that_it_is_one(manager, account):
    rows = rows_of(drawn_with(manager, "money", money.MEASURES), "Money out")
    assert rows[-1][0] == "Sum of the lines"
    assert rows[-1][2] == "£1,030"


def test_what_was_spent_is_held_against_what_was_received(manager, account):
    drawing = drawn_with(manager, "money", money.MEASURES)
    assert "received £1,010 and spent £1,030, which is £20 more than it received" in texts(drawing)
    assert rows_of(drawing, "What was left")[1] == ("Reserves", "£4,000")


def test_who_came_is_counted_and_last_year_stands_beside_it(manager, register):
    drawing = drawn_with(manager, "attendance", attendance.MEASURES)
    rows = rows_of(drawing, "Who came to the meetings")
    assert ("Police", "90%", "75%", "90", "120") in rows
    assert ("Health", "–", "90%", "108", "120") in rows
    assert rows[-1] == ("All agencies", "90%", "83%", "198", "240")
    assert "198 of 240 seats at the meetings were filled (83%)" in texts(drawing)
    assert "lowest for Police, at 75%" in texts(drawing)


def test_where_one_is_withheld_no_sum_gives_it_away(manager, put, register):
    put("group-attendance", 2025, 25, "Probation", of=(1, 4))
    rows = rows_of(
        drawn_with(manager, "attendance", attendance.MEASURES), "Who came to the meetings"
    )
    assert ("Probation", "–", "c") in rows
    assert rows[0] == ("Agency", "2024/25", "2025/26")
    assert not any(row[0] == "All agencies" for row in rows)


def test_meetings_alone_are_shown_and_the_writers_told_what_is_missing(manager, put):
    put("group-meetings", 2025, 6, "Executive")
    drawing = drawn_with(manager, "attendance", attendance.MEASURES)
    assert rows_of(drawing, "Meetings held by each group")[1] == ("Executive", "6")
    assert drawing.sections[0].notes == [attendance.ONLY_MEETINGS]
    assert drawing.sections[0].evidence


@pytest.mark.parametrize(("kind", "of"), [("money", money), ("attendance", attendance)])
def test_a_year_without_figures_is_no_evidence_and_says_so(manager, put, kind, of):
    put("income", 2024, 10, "Council")
    put("group-meetings", 2024, 6, "Executive")
    drawing = drawn_with(manager, kind, of.MEASURES)
    assert drawing.sections[0].evidence == ()
    assert drawing.sections[0].notes == [of.EMPTY]


def test_a_correction_of_the_record_is_told_beneath_the_money(manager, account, put):
    with under(manager):
        one = Observation.objects.get(measure__code="reserve")
        correct(one, Correction(Decimal(3900), None, None, "A bill came late"), by=manager)
    drawing = drawn_with(manager, "money", money.MEASURES)
    table = next(
        b
        for b in drawing.document.sections[0].blocks
        if getattr(b, "caption", "") == "What was left"
    )
    assert table.rows[0] == ("Reserves", "£3,900")
    assert "A bill came late" in " ".join(table.notes)


@pytest.mark.parametrize(("kind", "of"), [("money", money), ("attendance", attendance)])
def test_each_form_holds_the_same_tables(manager, account, register, kind, of):
    drawing = drawn_with(manager, kind, of.MEASURES)
    said = [b.rows for b in drawing.document.sections[0].blocks if b.kind == "table"]
    made = printing.written(drawing.document)
    page = BeautifulSoup(made.html, "html.parser")
    html = [_cells(table.select("tbody tr")) for table in page.select("table")]
    word = [_word_cells(table) for table in docx.Document(BytesIO(made.word)).tables]
    assert html == word == [list(rows) for rows in said]
    assert len(said) >= 2
    assert made.pdf.startswith(b"%PDF")


def _cells(rows) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.select("th, td")) for row in rows]


def _word_cells(table) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in table.rows[1:]]
