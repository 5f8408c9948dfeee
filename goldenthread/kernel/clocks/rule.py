"""One time limit, as its guidance states it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Unit(StrEnum):
    """What a limit is counted in. The day of the event is day nought in all of them."""

    WORKING_DAYS = "working days"
    CALENDAR_DAYS = "calendar days"
    CLEAR_DAYS = "clear days"  # whole working days between, neither end counted
    WEEKS = "weeks"
    MONTHS = "months"
    HOURS = "hours"  # elapsed, through nights and weekends
    WORKING_HOURS = "working hours"


class Kind(StrEnum):
    """Which side of the due date is in time."""

    AT_MOST = "at most"  # the end comes no later than so long after the start
    NOT_BEFORE = "not before"  # the end comes no earlier than so long after the start
    AT_LEAST_BEFORE = "at least before"  # the end comes no later than so long before the start


class Standing(StrEnum):
    LAW = "law"
    GUIDANCE = "guidance"
    AIM = "aim"
    LOCAL_RULE = "local rule"


class Certainty(StrEnum):
    """How sure we are of a rule: read in a public source, known but not read again, or taken over
    from the edition before until somebody confirms it."""

    READ = "read"
    KNOWN = "known"
    CARRIED_OVER = "carried over"


@dataclass(frozen=True)
class ClockRule:
    """One row of `rules.csv`. `starts` and `ends` name the events as a noun phrase each.

    `valid_from` and `valid_to` are both inside the time in which the edition holds; None is open.
    A partnership's own limit is a copy made with `dataclasses.replace`.
    """

    code: str
    edition: str
    guidance: str
    paragraph: str
    valid_from: date | None
    valid_to: date | None
    process: str
    starts: str
    length: int
    unit: Unit
    kind: Kind
    ends: str
    standing: Standing
    certainty: Certainty
    carried_over_from: str
    may_pause: bool
    source: str

    def holds_on(self, day: date) -> bool:
        """Whether this edition was in force on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)

    @property
    def counts_hours(self) -> bool:
        return self.unit in (Unit.HOURS, Unit.WORKING_HOURS)

    def citation(self) -> str:
        """`Working Together 2026, carried over from 2023, to be confirmed`."""
        edition = "" if self.edition == "undated" else f" {self.edition}"
        place = f", {self.paragraph}" if self.paragraph else ""
        return (
            f"{self.guidance}{edition}{place}{_SURE[self.certainty].format(self.carried_over_from)}"
        )


_SURE = {
    Certainty.READ: "",
    Certainty.KNOWN: ", to be confirmed against the text",
    Certainty.CARRIED_OVER: ", carried over from {}, to be confirmed",
}
