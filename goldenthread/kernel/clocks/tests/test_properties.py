"""What holds of every clock, whatever its rule, its start and its closed days."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.kernel.clocks import counting
from goldenthread.kernel.clocks.book import rules
from goldenthread.kernel.clocks.clock import Clock
from goldenthread.kernel.clocks.reasoning import in_words, reasoning
from goldenthread.kernel.clocks.rule import Kind, Unit
from goldenthread.kernel.working_days import is_working_day, working_days_between

days = st.dates(date(2015, 1, 1), date(2035, 12, 31))
moments = st.datetimes(datetime(2015, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC))
closures = st.sets(st.dates(date(2014, 1, 1), date(2036, 12, 31)), max_size=60)
every_rule = st.sampled_from(rules())
in_days = st.sampled_from([rule for rule in rules() if not rule.counts_hours])
working = st.sampled_from([rule for rule in rules() if rule.unit == Unit.WORKING_DAYS])
hours = st.sampled_from([rule for rule in rules() if rule.unit == Unit.HOURS])
working_hours = st.sampled_from([rule for rule in rules() if rule.unit == Unit.WORKING_HOURS])


@given(every_rule, moments, closures)
def test_a_limit_falls_on_its_own_side_of_the_start(rule, start, closed):
    clock = Clock(rule, start, closed)
    due, began = counting.day_of(clock.due), counting.day_of(start)
    assert due <= began if rule.kind == Kind.AT_LEAST_BEFORE else due >= began


@given(working, days, closures)
def test_working_days_land_on_a_working_day_that_many_on(rule, start, closed):
    due = Clock(rule, start, closed).due
    assert is_working_day(due, closed)
    first, last = sorted([start, due])
    if rule.kind != Kind.AT_LEAST_BEFORE:
        assert working_days_between(first, last, closed) == rule.length


@given(in_days, days, days, closures)
def test_a_later_start_is_never_due_earlier(rule, one, other, closed):
    early, late = sorted([one, other])
    assert Clock(rule, early, closed).due <= Clock(rule, late, closed).due


@given(in_days, days, closures)
def test_a_closed_day_never_brings_a_limit_forward(rule, start, closed):
    open_all_year, with_closures = Clock(rule, start).due, Clock(rule, start, closed).due
    if rule.kind == Kind.AT_LEAST_BEFORE:
        assert with_closures <= open_all_year
    else:
        assert with_closures >= open_all_year


@given(hours, moments)
def test_elapsed_hours_are_so_many_hours_in_utc(rule, start):
    assert Clock(rule, start).due.astimezone(UTC) - start == timedelta(hours=rule.length)


@given(working_hours, moments, closures)
def test_working_hours_end_in_opening_time(rule, start, closed):
    due = Clock(rule, start, closed).due
    assert is_working_day(due.date(), closed)
    assert counting.OPENS <= due.time() <= counting.CLOSES


@given(days, st.integers(-600, 600))
def test_months_keep_the_day_or_end_on_the_months_last(day, months):
    there = counting.add_months(day, months)
    assert (there.year - day.year) * 12 + there.month - day.month == months
    assert there.day == day.day or (there + timedelta(days=1)).day == 1


@given(in_days, days, st.integers(0, 20), closures)
def test_a_pause_moves_a_limit_on_or_leaves_it(rule, start, length, closed):
    clock = Clock(replace(rule, may_pause=True), start, closed)
    paused = clock.paused(start, start + timedelta(days=length), reason="inquest")
    if rule.kind == Kind.AT_LEAST_BEFORE:
        assert paused.due <= clock.due
    else:
        assert paused.due >= clock.due


@given(every_rule, moments, closures)
def test_the_reasoning_names_the_start_the_end_and_the_guidance(rule, start, closed):
    clock = Clock(rule, start, closed)
    told = reasoning(clock)
    assert in_words(clock.due) in told
    assert rule.guidance in told
    assert str(rule.length) in told
