"""A clock that runs: what is left, in time or not, paused, corrected, supposed, forecast, told."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from goldenthread.kernel.clocks.book import NoSuchRule, not_clocks, rule_of, rules
from goldenthread.kernel.clocks.clock import CannotPause, Clock, NeedsTime
from goldenthread.kernel.clocks.forecast import NoForecast, forecast
from goldenthread.kernel.clocks.reasoning import reasoning

CHRISTMAS = {date(2025, 12, 25), date(2025, 12, 26), date(2026, 1, 1)}
RAPID_REVIEW = Clock(rule_of("RR-1", edition="2026"), date(2025, 12, 18), CHRISTMAS)


def test_the_reasoning_says_what_was_counted_and_by_which_guidance():
    assert reasoning(RAPID_REVIEW) == (
        "due Tuesday 13 January 2026: 15 working days after Thursday 18 December 2025, leaving out "
        "25 and 26 December and 1 January (Working Together 2026, carried over from 2023, to be "
        "confirmed)"
    )


def test_the_due_day_itself_is_in_time_and_the_next_is_not():
    assert RAPID_REVIEW.in_time(datetime(2026, 1, 13, 23, 59))
    assert not RAPID_REVIEW.in_time(date(2026, 1, 14))


def test_a_limit_not_to_end_before_is_in_time_from_its_day_on():
    decision = Clock(rule_of("NRM-2"), date(2026, 4, 2))
    assert [decision.in_time(date(2026, 5, day)) for day in (1, 2, 3)] == [False, True, True]


def test_a_limit_before_an_event_is_kept_only_by_then():
    agenda = Clock(rule_of("MTG-1"), date(2026, 1, 14))
    assert agenda.in_time(date(2026, 1, 6))
    assert not agenda.in_time(date(2026, 1, 7))


def test_what_is_left_is_counted_in_the_rules_own_days():
    assert RAPID_REVIEW.left(datetime(2026, 1, 9, 12)) == 2
    assert RAPID_REVIEW.left(datetime(2026, 1, 15, 12)) == -2
    interview = Clock(rule_of("MISS-1"), datetime(2026, 1, 9, 12))
    assert interview.left(datetime(2026, 1, 12, 11, tzinfo=UTC)) == timedelta(hours=1)


def test_a_limit_in_hours_asks_for_the_time():
    with pytest.raises(NeedsTime):
        Clock(rule_of("MISS-1"), date(2026, 1, 9))
    with pytest.raises(NeedsTime):
        Clock(rule_of("MISS-1"), datetime(2026, 1, 9, 12)).in_time(date(2026, 1, 10))


def test_no_shipped_rule_may_be_paused_and_the_refusal_says_whose_rule_it_is():
    with pytest.raises(CannotPause, match="Working Together does not let RR-1"):
        RAPID_REVIEW.paused(date(2026, 1, 5), date(2026, 1, 6), reason="police enquiry")


@pytest.mark.parametrize(
    ("code", "start", "due"),
    [
        ("ESC-1", date(2026, 1, 5), date(2026, 1, 14)),
        ("NRM-2", date(2026, 1, 1), date(2026, 2, 2)),
    ],
)
def test_a_local_rule_that_allows_it_stands_still_on_paused_days(code, start, due):
    clock = Clock(replace(rule_of(code), may_pause=True), start)
    paused = clock.paused(date(2026, 1, 6), date(2026, 1, 7), reason="the inquest sat")
    assert paused.due == due
    assert "paused from Tuesday 6 January 2026 to Wednesday 7 January 2026" in reasoning(paused)
    with pytest.raises(ValueError, match="before its first"):
        clock.paused(date(2026, 1, 7), date(2026, 1, 6), reason="the wrong way round")


def test_elapsed_hours_never_pause():
    clock = Clock(replace(rule_of("MISS-1"), may_pause=True), datetime(2026, 1, 9, 12))
    with pytest.raises(CannotPause, match="days and nights"):
        clock.paused(date(2026, 1, 10), date(2026, 1, 10), reason="Sunday")


def test_a_corrected_start_keeps_the_one_before_with_the_reason():
    corrected = RAPID_REVIEW.corrected(
        date(2025, 12, 17), reason="the e-mail was sent a day earlier"
    )
    assert corrected.due == date(2026, 1, 12)
    assert corrected.corrections[0].was == date(2025, 12, 18)
    assert "corrected from Thursday 18 December 2025: the e-mail was sent" in reasoning(corrected)


def test_what_if_changes_nothing_and_says_that_it_is_supposed():
    supposed = RAPID_REVIEW.if_started(date(2026, 1, 5))
    assert supposed.due == date(2026, 1, 26)
    assert RAPID_REVIEW.due == date(2026, 1, 13)
    assert reasoning(supposed).endswith("This is what it would be, not what is recorded")


def test_a_forecast_goes_by_the_cases_that_took_longer_than_this_one_has():
    said = forecast(RAPID_REVIEW, [1, 2, 3, 10, 12, 14, 15, 20, 22], date(2026, 1, 2))
    assert said is not None
    assert said.cases == 6
    assert said.in_time == Fraction(4, 6)
    assert said.early < said.likely < said.late
    assert said.likely == date(2026, 1, 12)


def test_too_few_comparable_cases_are_too_few_to_say():
    assert forecast(RAPID_REVIEW, [10, 12, 14, 15], date(2026, 1, 2)) is None
    with pytest.raises(NoForecast):
        forecast(Clock(rule_of("MTG-1"), date(2026, 1, 14)), [1] * 9, date(2026, 1, 1))


def test_a_case_keeps_the_edition_that_it_began_under():
    assert [rule_of("RR-1", on=date(year, 6, 1)).edition for year in (2016, 2022, 2024, 2026)] == [
        "2018",
        "2018",
        "2023",
        "2026",
    ]
    assert rule_of("rr-1").edition == "2026"


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"code": "XX-1"}, "no time limit called XX-1"),
        ({"code": "LADO-3"}, "no clock.*a target over many cases"),
        ({"code": "RR-1", "edition": "1999"}, "2018, 2023, 2026"),
    ],
)
def test_an_unknown_rule_is_explained(asked, says):
    with pytest.raises(NoSuchRule, match=says):
        rule_of(**asked)


def test_every_shipped_rule_is_whole_and_its_editions_do_not_overlap():
    assert len(rules()) > 60
    for rule in rules():
        assert rule.length > 0
        assert rule.starts
        assert rule.ends
        assert rule.source
        others = [other for other in rules() if other.code == rule.code and other is not rule]
        assert not any(rule.valid_from and other.holds_on(rule.valid_from) for other in others)
    assert not {row.code for row in not_clocks()} & {rule.code for rule in rules()}
