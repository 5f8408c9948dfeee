"""What every file reader hands over: raw rows, not yet a table."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from goldenthread.engine.intake.messages import Message, Place
from goldenthread.engine.intake.table import RawCell


@dataclass
class Sheet:
    """Rows as they stand in the file, each with its own number; `first_column` 0 is column A.

    `ragged` says that a row's length means something, as it does in CSV and not in a workbook.
    """

    place: Place
    rows: Iterator[tuple[int, list[RawCell]]]
    first_column: int = 0
    hidden: bool = False
    ragged: bool = False
    messages: list[Message] = field(default_factory=list)
