"""What a kind of block must be able to do. The kinds themselves are the capabilities' own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from goldenthread.engine.writers.report import Block


@dataclass(frozen=True)
class Drawn:
    """A block as the reader will see it.

    `evidence` says that it rests on the record; `note` tells the writers (not the readers) what has
    changed or is missing; `words` counts prose.
    """

    blocks: tuple[Block, ...]
    evidence: bool = False
    note: str = ""
    words: int = 0


class Kind(Protocol):
    """One kind of block: what it is called, and how it is drawn from what it is bound to."""

    title: str

    def draw(self, member: Any, report: Any, content: Mapping[str, Any]) -> Drawn:
        """The block for this member and report. Raises nothing: what cannot be drawn says so in its note."""


Kinds = Mapping[str, Kind]


@dataclass(frozen=True)
class OfferedBlock:
    """Something a capability can put into a report. The key begins with its own name: "business_plan.progress"."""

    key: str
    title: str
