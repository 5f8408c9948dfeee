"""When a yearly report must be published, sent on and signed: edition-stamped, each with its source."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources

from goldenthread.kernel import periods


@dataclass(frozen=True)
class Deadline:
    """Either a day of the year after the report's own has ended, or so many days after something."""

    code: str
    what: str
    edition: str
    source: str
    confirmed: bool
    month: int = 0
    day: int = 0
    days: int = 0
    in_force: date = date.min

    def after(self, start: date) -> date:
        return start + timedelta(days=self.days)

    def holds_for(self, period: str) -> bool:
        """Whether the edition was in force when the report's year ended; none later reaches back."""
        return periods.parse(period).end >= self.in_force

    def following(self, end: date) -> date:
        """The first such day after the year has ended."""
        this_year = date(end.year, self.month, self.day)
        return this_year if this_year > end else this_year.replace(year=end.year + 1)


@cache
def shipped() -> dict[str, Deadline]:
    text = (resources.files(__package__) / "deadlines.toml").read_text(encoding="utf-8")
    return {row["code"]: Deadline(**row) for row in tomllib.loads(text)["deadline"]}


def publish_by(period: str) -> date:
    return shipped()["YR-1"].following(periods.parse(period).end)


def send_by(published: date) -> date:
    return shipped()["YR-2"].after(published)


def sign_by(sent: date) -> date:
    return shipped()["YR-SIGN"].after(sent)
