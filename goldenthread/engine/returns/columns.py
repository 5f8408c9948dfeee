"""Rows gathered while a return is read, put away in frames as they grow so that memory stays small."""

from collections.abc import Iterable

import polars as pl

ROWS_TO_A_FRAME = 4_000
Row = list[str | None]


class Columns:
    """The rows of one table, each a list of text in the order of `names`; null where there is none."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        self.place = {name: place for place, name in enumerate(names)}
        self.schema = dict.fromkeys(names, pl.String)
        self._rows: list[Row] = []
        self._frames: list[pl.DataFrame] = []

    def add(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) == ROWS_TO_A_FRAME:
            self._put_away()

    @property
    def height(self) -> int:
        """How many rows were added."""
        return len(self._rows) + sum(frame.height for frame in self._frames)

    def frame(self) -> pl.DataFrame:
        """Everything added, as one frame of text."""
        self._put_away()
        self._frames = [pl.concat(self._frames, rechunk=True)]
        return self._frames[0]

    def _put_away(self) -> None:
        columns: Iterable[tuple[str | None, ...]] = zip(*self._rows, strict=True)
        found = dict(zip(self.names, columns, strict=True)) if self._rows else {}
        self._frames.append(pl.DataFrame(found, schema=self.schema))
        self._rows = []
