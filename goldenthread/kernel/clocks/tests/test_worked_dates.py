"""Due dates reckoned by hand on a calendar: Christmas, Easter, the jubilee, the clock changes."""

from datetime import date, datetime

import pytest

from goldenthread.kernel.clocks.book import rule_of
from goldenthread.kernel.clocks.clock import Clock

# The bank holidays that these cases meet; the library that the product takes them from is tested
# where it is used.
CLOSED = {
    date(2020, 5, 8),
    date(2020, 5, 25),
    date(2022, 6, 2),
    date(2022, 6, 3),
    date(2022, 9, 19),
    date(2023, 5, 1),
    date(2023, 5, 8),
    date(2025, 12, 25),
    date(2025, 12, 26),
    date(2026, 1, 1),
    date(2026, 4, 3),
    date(2026, 4, 6),
}


@pytest.mark.parametrize(
    ("code", "start", "due"),
    [
        # Christmas, and New Year's Day
        ("RR-1", date(2025, 12, 18), date(2026, 1, 13)),
        ("CP-1", date(2025, 12, 24), date(2025, 12, 29)),
        # Easter: Good Friday 3 April and Monday 6 April 2026
        ("CP-1", date(2026, 4, 2), date(2026, 4, 7)),
        ("CP-4", date(2026, 3, 30), date(2026, 4, 15)),
        # 8 May 2020 stood in for 4 May; the jubilee; the funeral; the coronation
        ("SIN-1", date(2020, 5, 4), date(2020, 5, 12)),
        ("SIN-1", date(2022, 5, 31), date(2022, 6, 9)),
        ("SIN-1", date(2022, 9, 15), date(2022, 9, 23)),
        ("SIN-1", date(2023, 5, 3), date(2023, 5, 11)),
        # Begun on a Saturday, on a bank holiday
        ("SIN-1", date(2026, 1, 10), date(2026, 1, 16)),
        ("SIN-1", date(2026, 4, 3), date(2026, 4, 13)),
        # Months whose day does not exist
        ("CP-5", date(2025, 11, 30), date(2026, 2, 28)),
        ("CP-5", date(2027, 11, 30), date(2028, 2, 29)),
        ("LCSPR-1", date(2025, 8, 31), date(2026, 2, 28)),
        ("LCSPR-3", date(2024, 2, 29), date(2025, 2, 28)),
        ("YR-1", date(2026, 3, 31), date(2026, 9, 30)),
        # Before an event, and clear days with neither end counted
        ("LCSPR-2", date(2026, 4, 9), date(2026, 3, 27)),
        ("PF-1", date(2026, 4, 13), date(2026, 3, 2)),
        ("MTG-1", date(2026, 1, 14), date(2026, 1, 6)),
        ("MTG-1", date(2026, 4, 8), date(2026, 3, 27)),
        ("NRM-2", date(2026, 4, 2), date(2026, 5, 2)),
        ("LADO-2", date(2026, 4, 2), date(2026, 4, 9)),
    ],
)
def test_a_limit_in_days_falls_due_on_the_day_a_calendar_gives(code, start, due):
    assert Clock(rule_of(code, on=start), start, CLOSED).due == due


@pytest.mark.parametrize(
    ("code", "start", "due"),
    [
        ("MISS-1", datetime(2026, 1, 9, 22, 15), "2026-01-12T22:15:00+00:00"),
        # Clocks go on on 29 March 2026 and back on 25 October 2026
        ("CDR-1", datetime(2026, 3, 28, 16, 30), "2026-03-30T17:30:00+01:00"),
        ("ESC-3", datetime(2026, 10, 24, 16, 30), "2026-10-25T15:30:00+00:00"),
        # Working hours: over a weekend with a bank holiday; begun before opening and after closing
        ("MASH-A", datetime(2026, 4, 2, 15, 0), "2026-04-07T13:00:00+01:00"),
        ("MASH-A", datetime(2026, 1, 12, 7, 0), "2026-01-12T15:00:00+00:00"),
        ("MASH-A", datetime(2026, 1, 12, 18, 0), "2026-01-13T15:00:00+00:00"),
        ("MASH-G", datetime(2026, 1, 12, 9, 0), "2026-01-14T17:00:00+00:00"),
    ],
)
def test_a_limit_in_hours_falls_due_at_the_moment_a_clock_gives(code, start, due):
    assert Clock(rule_of(code), start, CLOSED).due.isoformat() == due


def test_a_moment_in_another_zone_is_the_day_it_was_in_england():
    late = datetime.fromisoformat("2025-06-30T23:30:00+00:00")
    assert Clock(rule_of("CP-1"), late, CLOSED).due == date(2025, 7, 2)
