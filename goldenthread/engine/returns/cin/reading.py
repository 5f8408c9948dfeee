"""Read the XML of a children in need census into its tables, as text, in one pass.

Every spelling that councils' systems use gives the same tables: one `Reviews` wrapper or several,
empty wrappers, text between elements. An element that this edition does not know is counted.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from goldenthread.engine.returns import xml
from goldenthread.engine.returns.cin.gathering import Gathering
from goldenthread.engine.returns.cin.layout import ROOT, WHOLE
from goldenthread.engine.returns.refusals import CannotRead


@dataclass(frozen=True)
class Reading:
    """The tables of one file as text; how often each unknown element occurred; the rows that were
    given a field twice, by table and field; how many children there were with nothing said of them; and
    how many elements there were, by name, that would be a row and had nothing in them."""

    tables: dict[str, pl.DataFrame]
    unknown: dict[str, int] = field(default_factory=dict)
    twice: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    empty: int = 0
    hollow: dict[str, int] = field(default_factory=dict)


def read(path: Path) -> Reading:
    """Read a census file. Raises CannotRead, with the file's name and what to do."""
    xml.insist_on_root(path, ROOT, of="a children in need census")
    gathering = Gathering(path.name)
    with _not_collecting():
        for part in xml.parts(path, WHOLE):
            gathering.take(part)
        frames = gathering.frames()
    insist_on_a_child(path.name, frames)
    return Reading(
        frames,
        dict(gathering.unknown),
        gathering.twice,
        gathering.empty,
        dict(gathering.hollow),
    )


@contextmanager
def _not_collecting() -> Iterator[None]:
    """Python looks for objects that hold each other as more are made. Trees and rows are none such,
    and the looking would take a quarter of the time."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def insist_on_a_child(name: str, frames: dict[str, pl.DataFrame]) -> None:
    """No council has no child in need: every rule would pass, of nothing. Raises CannotRead."""
    if not any(frame.height for table, frame in frames.items() if table != "Header"):
        held = "a header but no child" if frames["Header"].height else "no header and no child"
        raise CannotRead(
            f"{name}: it holds {held}. See that the export took the children too, and export it again"
        )
