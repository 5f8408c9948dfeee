"""A period: its first and last day, and the words the field has for it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

APRIL, SEPTEMBER = 4, 9
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class Kind(StrEnum):
    """A financial year runs from April, a school year from September, a calendar year from January."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    FINANCIAL_QUARTER = "financial quarter"
    CALENDAR_YEAR = "calendar year"
    FINANCIAL_YEAR = "financial year"
    SCHOOL_YEAR = "school year"
    SPAN = "span"


def month_start(year: int, month: int) -> date:
    """The first day of a month counted from January of `year`; months before 1 and after 12 carry over."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


@dataclass(frozen=True, order=True)
class Period:
    """Days from `start` to `end`, both included. Sorts by start, then by end, then by kind."""

    start: date
    end: date
    kind: Kind

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"A period cannot end ({self.end}) before it starts ({self.start})")

    @classmethod
    def day(cls, day: date) -> "Period":
        return cls(day, day, Kind.DAY)

    @classmethod
    def months(cls, kind: Kind, year: int, month: int, count: int) -> "Period":
        """`count` whole months from the first of `month`."""
        last = month_start(year, month + count) - timedelta(days=1)
        return cls(month_start(year, month), last, kind)

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        return cls.months(Kind.MONTH, year, month, 1)

    @classmethod
    def quarter(cls, year: int, number: int, *, financial: bool = True) -> "Period":
        """Quarter 1 of a financial year is April to June, of a calendar year January to March."""
        if financial:
            return cls.months(Kind.FINANCIAL_QUARTER, year, APRIL + 3 * (number - 1), 3)
        return cls.months(Kind.QUARTER, year, 1 + 3 * (number - 1), 3)

    @classmethod
    def calendar_year(cls, year: int) -> "Period":
        return cls.months(Kind.CALENDAR_YEAR, year, 1, 12)

    @classmethod
    def financial_year(cls, year: int, count: int = 1) -> "Period":
        """The year that starts in April of `year`, or `count` of them as one span (“2019/21” is two)."""
        return cls.months(Kind.FINANCIAL_YEAR if count == 1 else Kind.SPAN, year, APRIL, 12 * count)

    @classmethod
    def school_year(cls, year: int) -> "Period":
        return cls.months(Kind.SCHOOL_YEAR, year, SEPTEMBER, 12)

    @property
    def length(self) -> int:
        """Days, the first and the last included."""
        return (self.end - self.start).days + 1

    def __contains__(self, other: "Period | date") -> bool:
        first, last = (other.start, other.end) if isinstance(other, Period) else (other, other)
        return self.start <= first and last <= self.end

    def overlaps(self, other: "Period") -> bool:
        return self.start <= other.end and other.start <= self.end

    def compares_with(self, other: "Period") -> bool:
        """Whether two figures for these periods may be set side by side: alike in kind and in months."""
        return self.kind == other.kind and self._month_count() == other._month_count()

    def moved(self, by: int) -> "Period":
        """The period `by` of its own lengths later: `moved(-1)` is the one before."""
        if not self._is_whole_months():
            shift = timedelta(days=self.length * by)
            return Period(self.start + shift, self.end + shift, self.kind)
        count = self._month_count()
        return Period.months(self.kind, self.start.year, self.start.month + by * count, count)

    @property
    def label(self) -> str:
        """As the field writes it. `parse` reads every label back to the same period."""
        return _LABELS[self.kind](self)

    def __str__(self) -> str:
        return self.label

    def _is_whole_months(self) -> bool:
        return self.start.day == 1 and (self.end + timedelta(days=1)).day == 1

    def _month_count(self) -> int:
        """Whole months; nought when the period is counted in days."""
        if not self._is_whole_months():
            return 0
        after = self.end + timedelta(days=1)
        return (after.year - self.start.year) * 12 + after.month - self.start.month


def long_date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def long_month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _split_year(period: Period) -> str:
    return f"{period.start.year}/{period.end.year % 100:02}"


def _financial_quarter(period: Period) -> str:
    year = period.start.year - (period.start.month < APRIL)
    number = ((period.start.month - APRIL) % 12) // 3 + 1
    return f"Q{number} {year}/{(year + 1) % 100:02}"


def _quarter(period: Period) -> str:
    return f"Q{period.start.month // 3 + 1} {period.start.year}"


def _span(period: Period) -> str:
    """Whole financial years as “2019/21”, whole months by their names, else by the days."""
    months = period._month_count()
    if period.start.month == APRIL and months > 12 and months % 12 == 0:
        return _split_year(period)
    name = long_month if months else long_date
    return f"{name(period.start)} to {name(period.end)}"


_LABELS = {
    Kind.DAY: lambda period: f"as at {long_date(period.start)}",
    Kind.MONTH: lambda period: long_month(period.start),
    Kind.QUARTER: _quarter,
    Kind.FINANCIAL_QUARTER: _financial_quarter,
    Kind.CALENDAR_YEAR: lambda period: str(period.start.year),
    Kind.FINANCIAL_YEAR: _split_year,
    Kind.SCHOOL_YEAR: lambda period: f"school year {_split_year(period)}",
    Kind.SPAN: _span,
}
