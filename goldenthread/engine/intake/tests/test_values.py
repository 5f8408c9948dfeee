"""One cell, one value: what people write in a date, a number or a choice, and what we make of it."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.intake import action_log
from goldenthread.engine.intake.fields import Field, Kind
from goldenthread.engine.intake.messages import Severity
from goldenthread.engine.intake.values.dates import read_date
from goldenthread.engine.intake.values.numbers import read_number
from goldenthread.engine.intake.values.reading import joined, read

LAST_OF_MARCH = date(2026, 3, 31)


@pytest.mark.parametrize(
    "cell",
    [
        LAST_OF_MARCH,
        datetime(2026, 3, 31, 14, 30),
        "31/03/2026",
        "31/3/26",
        "31.03.2026",
        "31-03-2026",
        "31 03 2026",
        "31/03/2026 00:00",
        "31 March 2026",
        "31st March 2026",
        "31 Mar 26",
        "31-Mar-26",
        "Tuesday 31 March 2026",
        "Tue, 31 March, 2026",
        "2026-03-31",
        "2026-03-31T00:00:00",
    ],
)
def test_a_date_is_read_with_the_day_first(cell):
    outcome = read_date(cell)
    assert (outcome.value, outcome.told) == (LAST_OF_MARCH, "")


@pytest.mark.parametrize(
    ("cell", "last"),
    [
        ("March 2026", LAST_OF_MARCH),
        ("Mar-26", LAST_OF_MARCH),
        ("End of March 2026", LAST_OF_MARCH),
        ("by end March 2026", LAST_OF_MARCH),
        ("2026-03", LAST_OF_MARCH),
        ("2020-01", date(2020, 1, 31)),
        ("Sept 2026", date(2026, 9, 30)),
        ("Q4 2025/26", LAST_OF_MARCH),
        ("2025/26", LAST_OF_MARCH),
        (46112, LAST_OF_MARCH),
    ],
)
def test_a_month_or_a_stored_day_is_read_with_a_warning(cell, last):
    outcome = read_date(cell)
    assert (outcome.value, outcome.severity) == (last, Severity.WARNING)
    assert f"{last.day} {last:%B} {last.year}" in outcome.told


@pytest.mark.parametrize("cell", ["ASAP", "asap.", "TBC", "tbc", "N/A", "Ongoing", "On-going", "-"])
def test_a_word_instead_of_a_date_leaves_it_blank_with_a_warning(cell):
    outcome = read_date(cell)
    assert (outcome.value, outcome.severity) == (None, Severity.WARNING)
    assert outcome.told == f"“{cell}” is not a date, so we left the date blank"


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("31/02/2026", "February 2026 has no day 31"),
        ("31 June 2026", "June 2026 has no day 31"),
        ("2026-02-30", "February 2026 has no day 30"),
        ("03/31/2026", "month first. Write the day first"),
        ("31/03/0206", "gives the year 206"),
        ("31/13/2026", "is not a date"),
        ("01/01/0000", "is not a date"),
        ("31/03/26 revised 30/06/26", "more than one date"),
        ("Spring 2026", "not a date we can read. Write it like 31/03/2026"),
        ("soonish", "not a date we can read"),
        (12, "is not a date"),
        (date(1900, 1, 1), "gives the year 1900"),
    ],
)
def test_a_bad_date_is_refused_with_the_reason(cell, why):
    outcome = read_date(cell)
    assert (outcome.value, outcome.severity) == (None, Severity.ERROR)
    assert why in outcome.told


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)), st.sampled_from(["%d/%m/%Y", "%d %B %Y"]))
def test_every_day_is_read_back_from_how_we_write_it(day, form):
    assert read_date(day.strftime(form)).value == day


@given(st.text(max_size=40) | st.integers() | st.floats())
def test_no_cell_breaks_the_reading_of_dates_and_numbers(cell):
    for outcome in (read_date(cell), read_number(cell)):
        assert outcome.value is not None or outcome.told


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1,234", "1234"),
        ("£1,234.50", "1234.50"),
        ("45%", "45"),
        ("(12)", "-12"),
        ("-3", "-3"),
        ("−3", "-3"),
        (".5", "0.5"),
        ("1 234 567", "1234567"),
        (12, "12"),
        (0.1, "0.1"),
    ],
)
def test_a_number_is_read_exactly(cell, value):
    assert read_number(cell).value == Decimal(value)


@pytest.mark.parametrize(
    "cell", ["1,23", "1.2.3", "twelve", "1e5", "12 or 13", date(2026, 1, 1), float("nan")]
)
def test_a_bad_number_is_refused(cell):
    outcome = read_number(cell)
    assert (outcome.value, outcome.severity) == (None, Severity.ERROR)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("G", "green"),
        ("Green", "green"),
        ("green - on track", "green"),
        ("B", "blue"),
        ("Complete", "blue"),
        ("AMBER", "amber"),
    ],
)
def test_a_colour_is_read_by_any_of_its_words(cell, code):
    assert read(cell, action_log.RAG).value == code


def test_a_choice_that_could_be_two_is_refused_with_the_choices():
    outcome = read("Amber/Green", action_log.RAG)
    assert outcome.value is None
    assert outcome.told == (
        "“Amber/Green” is not one of the choices for rag rating: red, amber, green, blue, grey"
    )


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Neglect; Early help", ("Neglect", "Early help")),
        ("Neglect\nEarly help", ("Neglect", "Early help")),
        ("Neglect, Early help", ("Neglect", "Early help")),
        ("Neglect", ("Neglect",)),
    ],
)
def test_a_list_is_divided_as_people_divide_it(cell, parts):
    assert read(cell, action_log.THEMES).value == parts


@pytest.mark.parametrize("cell", ["", "   ", None])
def test_what_is_required_may_not_be_blank(cell):
    assert read(cell, action_log.ACTION).told == "Enter the action"
    assert read(cell, action_log.DUE).told == ""


def test_a_required_date_may_not_be_a_word():
    required = Field("due", "Due date", Kind.DATE, required=True)
    assert read("ASAP", required).severity is Severity.ERROR


def test_one_filled_column_of_one_stands_without_its_heading():
    assert joined([("Update", "Done")]) == "Done"
    assert joined([("May", "Begun"), ("June", None)]) == "May: Begun"
    assert joined([("May", None), ("June", " ")]) is None
