"""The bank holidays that are written down are those that the library knows."""

import csv
from datetime import date
from pathlib import Path

from goldenthread.engine import bank_holidays


def test_what_is_written_down_is_what_the_library_says():
    """If this fails the library knows better: run `python tools/bank_holidays.py`."""
    path = Path(bank_holidays.__file__).with_suffix(".csv")
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    days = {date.fromisoformat(row["day"]): row["name"] for row in rows}
    years = {day.year for day in days}
    assert years == set(range(2000, 2051))
    assert days == {
        day: name for year in years for day, name in bank_holidays.from_library(year).items()
    }


def test_one_off_holidays_are_among_them():
    for day in (date(2020, 5, 8), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)):
        assert day in bank_holidays.bank_holidays(day.year)


def test_a_year_that_is_not_written_down_is_asked_of_the_library():
    assert date(1999, 12, 31) in bank_holidays.bank_holidays(1999)
    assert date(2060, 12, 27) in bank_holidays.bank_holidays(2060)
