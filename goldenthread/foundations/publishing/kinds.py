"""What a kind of block must be able to do. The kinds themselves are the capabilities' own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from goldenthread.engine.writers.report import Block


@dataclass(frozen=True)
class Drawn:
    """A block as the reader will see it.

    `evidence` names what it rests on in the record, empty where it rests on nothing (or on what is
    withheld whole); `note` tells the writers (not the readers) what has changed or is missing;
    `words` counts prose. `signed` is what a signature covers where that is not the blocks
    themselves: a chart is signed by its figures, so that drawing the picture later changes nothing.
    """

    blocks: tuple[Block, ...]
    evidence: str = ""
    note: str = ""
    words: int = 0
    signed: tuple[Block, ...] | None = None

    @property
    def what_is_signed(self) -> tuple[Block, ...]:
        return self.blocks if self.signed is None else self.signed


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
