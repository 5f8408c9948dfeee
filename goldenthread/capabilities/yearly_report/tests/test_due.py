"""A deadline says how it stands: still to do, done, or late and by how much."""

from datetime import date

import pytest

from goldenthread.capabilities.yearly_report.pages.due import deadline_rows, standing
from goldenthread.foundations.publishing.models import Report

BY = date(2026, 9, 30)


@pytest.mark.parametrize(
    ("done", "now", "said"),
    [
        (None, date(2026, 9, 30), ("To do", "waiting")),
        (None, date(2026, 10, 1), ("Not done, 1 day late", "bad")),
        (None, date(2026, 11, 22), ("Not done, 53 days late", "bad")),
        (date(2026, 9, 30), date(2026, 11, 22), ("Done 30 September 2026", "good")),
        (date(2026, 10, 2), date(2026, 11, 22), ("Done, 2 days late", "watch")),
    ],
)
def test_a_deadline_that_is_past_says_so(done, now, said):
    assert standing(BY, done, now) == said


@pytest.mark.parametrize(
    ("period", "limits"), [("2014/15", 0), ("2022/23", 0), ("2023/24", 1), ("2025/26", 1)]
)
def test_an_edition_sets_no_time_limit_for_a_year_that_ended_before_it(period, limits):
    assert len(deadline_rows(Report(period=period), turns=[])) == limits
