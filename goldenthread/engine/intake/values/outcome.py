"""What came of reading a cell: a value, or none; and something to tell, or nothing."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from goldenthread.engine.intake.messages import Severity

Value = str | Decimal | date | tuple[str, ...] | None


@dataclass(frozen=True)
class Outcome:
    value: Value = None
    told: str = ""
    severity: Severity = Severity.NOTE


def refused(told: str) -> Outcome:
    return Outcome(None, told, Severity.ERROR)


def warned(value: Value, told: str) -> Outcome:
    return Outcome(value, told, Severity.WARNING)


# What people write where they have nothing to write, in plain words.
PLACEHOLDERS = frozenset(
    Path(__file__).with_name("placeholders.txt").read_text("utf-8").splitlines()
) | {""}
