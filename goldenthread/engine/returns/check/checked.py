"""What was asked of a check, and what came of it, whichever return it was."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from goldenthread.engine.returns.running import Result


@dataclass(frozen=True)
class Asked:
    """The files of one return, last year's, and the edition whose rules or codes to go by."""

    files: tuple[Path, ...]
    last_year: tuple[Path, ...] = ()
    edition: str | None = None


@dataclass(frozen=True)
class Table:
    """A table of a return that was read: the file it stood in, and how many rows."""

    name: str
    file: str
    rows: int


@dataclass(frozen=True)
class Checked:
    """A return that was read, with its rules still to be run one after the other.

    `kind` is cin or 903; `read` says what stood in which file; `tables` are those that issues name;
    `flaws` are what is not right whatever the rules say; `first` is to be known before all else.
    """

    name: str
    kind: str
    edition: str
    read: tuple[Table, ...]
    tables: Mapping[str, pl.DataFrame]
    results: Iterator[Result]
    notes: tuple[str, ...]
    flaws: tuple[Result, ...] = ()
    first: tuple[str, ...] = ()
