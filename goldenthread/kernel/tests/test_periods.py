import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.kernel import periods
from goldenthread.kernel.periods import Kind, NotAPeriod, Period

READ = [
    ("2014/15", "2014/15", date(2014, 4, 1), date(2015, 3, 31)),
    ("2021/22", "2021/22", date(2021, 4, 1), date(2022, 3, 31)),
    ("2014-15", "2014/15", date(2014, 4, 1), date(2015, 3, 31)),
    ("2014–15", "2014/15", date(2014, 4, 1), date(2015, 3, 31)),
    ("2014/2015", "2014/15", date(2014, 4, 1), date(2015, 3, 31)),
    ("2014 to 2015", "2014/15", date(2014, 4, 1), date(2015, 3, 31)),
    ("1999/00", "1999/00", date(1999, 4, 1), date(2000, 3, 31)),
    ("201415", "2014/15", date(2014, 4, 1), date(2015, 3, 31)),
    ("Financial year 2014/15", "2014/15", date(2014, 4, 1), date(2015, 3, 31)),
    ("school year 2014/15", "school year 2014/15", date(2014, 9, 1), date(2015, 8, 31)),
    ("Academic year 2014/15", "school year 2014/15", date(2014, 9, 1), date(2015, 8, 31)),
    ("2019", "2019", date(2019, 1, 1), date(2019, 12, 31)),
    ("2019/21", "2019/21", date(2019, 4, 1), date(2021, 3, 31)),
    ("2014-09/2015-04", "September 2014 to April 2015", date(2014, 9, 1), date(2015, 4, 30)),
    ("2011-12/2012-03", "December 2011 to March 2012", date(2011, 12, 1), date(2012, 3, 31)),
    ("Sept 2014 - April 2015", "September 2014 to April 2015", date(2014, 9, 1), date(2015, 4, 30)),
    ("2020-01", "January 2020", date(2020, 1, 1), date(2020, 1, 31)),
    ("2020-02", "February 2020", date(2020, 2, 1), date(2020, 2, 29)),
    ("Sept 2026", "September 2026", date(2026, 9, 1), date(2026, 9, 30)),
    ("Q3 2014/15", "Q3 2014/15", date(2014, 10, 1), date(2014, 12, 31)),
    ("quarter 4 2014/15", "Q4 2014/15", date(2015, 1, 1), date(2015, 3, 31)),
    ("Q1 2019", "Q1 2019", date(2019, 1, 1), date(2019, 3, 31)),
    ("as at 31 March 2015", "as at 31 March 2015", date(2015, 3, 31), date(2015, 3, 31)),
    ("31st March 2015", "as at 31 March 2015", date(2015, 3, 31), date(2015, 3, 31)),
    ("2013-03-31", "as at 31 March 2013", date(2013, 3, 31), date(2013, 3, 31)),
    ("31/03/2015", "as at 31 March 2015", date(2015, 3, 31), date(2015, 3, 31)),
    ("year ending 31 March 2015", "2014/15", date(2014, 4, 1), date(2015, 3, 31)),
    ("year to August 2015", "school year 2014/15", date(2014, 9, 1), date(2015, 8, 31)),
    (
        "5 May 2019 to 8 June 2019",
        "5 May 2019 to 8 June 2019",
        date(2019, 5, 5),
        date(2019, 6, 8),
    ),
]


@pytest.mark.parametrize(("text", "label", "start", "end"), READ)
def test_periods_are_read_as_the_field_writes_them(text, label, start, end):
    period = periods.parse(text)
    assert (period.label, period.start, period.end) == (label, start, end)


REFUSED = [
    ("", "Write it like"),
    ("ASAP", "“ASAP” is not a period we can read"),
    ("April", "not a period"),
    ("marble 2014", "not a period"),
    ("Q5 2014/15", "not a period"),
    ("31/02/2026", "does not exist"),
    ("2020-13-01", "does not exist"),
    ("2011-12", "“December 2011” or “2011/12”"),
    ("2015/14", "runs over 99 years"),
    ("2015/15", "runs over 0 years"),
    ("201012", "not one year"),
    ("Q1 March 2014", "needs one year after the quarter"),
    ("April 2015 to March 2015", "ends before it starts"),
    ("2015-04/2015-03", "ends before it starts"),
    ("2015-04/2015-13", "does not exist"),
    ("year ending 30 March 2015", "does not end with the month"),
]


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_what_cannot_be_read_is_refused_with_a_way_out(text, why):
    with pytest.raises(NotAPeriod, match=".") as refusal:
        periods.parse(text)
    assert why in str(refusal.value)


def test_a_source_may_say_that_its_years_are_school_years():
    read = periods.parse("2014/15", years=Kind.SCHOOL_YEAR)
    assert read == Period.school_year(2014)
    assert periods.parse("financial year 2014/15", years=Kind.SCHOOL_YEAR).kind == (
        Kind.FINANCIAL_YEAR
    )


def test_periods_sort_by_time_not_by_alphabet():
    names = ["Q3 2014/15", "2019", "2014/15", "as at 31 March 2015", "2020-01", "2013/14"]
    in_order = [period.label for period in sorted(map(periods.parse, names))]
    assert in_order == [
        "2013/14",
        "2014/15",
        "Q3 2014/15",
        "as at 31 March 2015",
        "2019",
        "January 2020",
    ]


def test_a_period_knows_what_lies_in_it():
    year = periods.parse("2014/15")
    assert periods.parse("Q3 2014/15") in year
    assert date(2015, 3, 31) in year
    assert periods.parse("2014") not in year
    assert year.overlaps(periods.parse("2014"))
    assert not year.overlaps(periods.parse("2015/16"))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("2014/15", "2013/14", True),
        ("2014/15", "2014", False),
        ("2014/15", "school year 2014/15", False),
        ("Q1 2014/15", "Q3 2013/14", True),
        ("January 2020", "February 2020", True),
        ("2014-09/2015-04", "2013-09/2014-04", True),
        ("2014-09/2015-04", "2013-09/2014-05", False),
    ],
)
def test_only_like_is_compared_with_like(one, other, alike):
    assert periods.parse(one).compares_with(periods.parse(other)) is alike


@pytest.mark.parametrize(
    ("text", "by", "moved"),
    [
        ("2014/15", -1, "2013/14"),
        ("Q1 2014/15", -1, "Q4 2013/14"),
        ("January 2020", -1, "December 2019"),
        ("2019/21", 1, "2021/23"),
        ("31 March 2015", 1, "as at 1 April 2015"),
    ],
)
def test_the_period_before_and_the_one_after(text, by, moved):
    assert periods.parse(text).moved(by).label == moved


def test_a_period_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="cannot end"):
        Period(date(2015, 1, 2), date(2015, 1, 1), Kind.SPAN)


YEARS = st.integers(1950, 2090)
ANY_PERIOD = st.one_of(
    st.builds(Period.financial_year, YEARS, st.integers(1, 9)),
    st.builds(Period.school_year, YEARS),
    st.builds(Period.calendar_year, YEARS),
    st.builds(Period.month, YEARS, st.integers(1, 12)),
    st.builds(Period.quarter, YEARS, st.integers(1, 4), financial=st.booleans()),
    st.builds(Period.day, st.dates(date(1950, 1, 1), date(2090, 1, 1))),
)


@given(ANY_PERIOD)
def test_every_label_is_read_back_to_the_same_period(period):
    assert periods.parse(period.label) == period


@given(ANY_PERIOD, st.integers(-5, 5))
def test_moving_there_and_back_changes_nothing(period, by):
    assert period.moved(by).moved(-by) == period
    assert period.compares_with(period.moved(by))


@given(st.text(alphabet="0123456789/-. qtoyearmch", max_size=30))
def test_no_text_does_worse_than_a_refusal(text):
    with contextlib.suppress(NotAPeriod):
        assert isinstance(periods.parse(text), Period)
