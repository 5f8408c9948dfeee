"""One figure as a file gives it, before anybody has said yes to it."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from goldenthread.engine.intake.messages import Message, Place, Severity
from goldenthread.foundations.measures.definitions import Basis
from goldenthread.kernel.periods import Period

WHOLE, LINE, SUBTOTAL = "whole", "line", "subtotal"


@dataclass(frozen=True)
class Said:
    """What is said of a measure: a value, the parts of a share, or the symbol printed instead."""

    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    symbol: str = ""

    @property
    def is_blank(self) -> bool:
        return self == Said()


@dataclass(frozen=True)
class Figure:
    """`code` is empty for a measure that the shipped catalogue does not know; then `name` is its name."""

    code: str
    name: str
    basis: Basis
    area: str
    period: Period
    said: Said
    place: Place
    area_code: str = ""
    standing: str = WHOLE
    breakdown: str = ""
    source: str = ""
    column: str = ""  # the heading or column under which it stood
    details: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, Period, str, str]:
        """What may have one current figure only."""
        return (self.code or self.name, self.area, self.period, self.standing, self.breakdown)

    def with_group(self, group: str) -> "Figure":
        return replace(self, details={**self.details, "group": group})


@dataclass
class Reading:
    """A file as read: its figures, and what must be told about it. Nothing has been kept."""

    layout: str = ""
    title: str = ""
    rows: int = 0
    header: list[str] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)

    @property
    def errors(self) -> list[Message]:
        return [message for message in self.messages if message.severity is Severity.ERROR]

    @property
    def may_be_kept(self) -> bool:
        return bool(self.figures) and not self.errors
