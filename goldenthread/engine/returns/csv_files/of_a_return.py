"""Read the CSV files of one return, told apart by their headings alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from goldenthread.engine.intake.messages import column_letter
from goldenthread.engine.returns.csv_files.heading import Headed, headed
from goldenthread.engine.returns.csv_files.rows import rows_of
from goldenthread.engine.returns.refusals import CannotRead

ALIKE = 0.6


@dataclass(frozen=True)
class Written:
    """Tables as text, which file each came from, and notes on what was left out. `whole` where a
    table that is not among them has no row, as in an XML, and was not merely left behind."""

    tables: dict[str, pl.DataFrame]
    files: dict[str, str]
    notes: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True)
class OfAReturn:
    """A return in words, the tables of it that a file may hold with their columns, and what to say to
    somebody who gives two files of one table."""

    name: str
    layout: Mapping[str, Sequence[str]]
    two_of_one: str = "Give one of them"

    def read(self, paths: Iterable[Path]) -> Written:
        """Read a set of files. Raises CannotRead for a file that is none of the tables, or two of one."""
        files: dict[str, Headed] = {}
        notes: list[str] = []
        for path in paths:
            file = self._spelt(headed(path))
            table, extra = self._table_of(file)
            if table in files:
                raise CannotRead(
                    f"{files[table].path.name} and {path.name} both hold {table}. {self.two_of_one}"
                )
            files[table] = file
            if extra:
                notes.append(f"{path.name}: {_columns(extra)} not part of {table}: left out")
        frames = {table: rows_of(file) for table, file in files.items()}
        return Written(frames, {t: file.path.name for t, file in files.items()}, tuple(notes))

    def _spelt(self, file: Headed) -> Headed:
        """The headings as the return spells them, whatever the case of their letters."""
        own = {name.upper(): name for columns in self.layout.values() for name in columns}
        columns = tuple(own.get(column.upper(), column) for column in file.columns)
        return Headed(file.path, file.source, file.delimiter, columns)

    def _table_of(self, file: Headed) -> tuple[str, tuple[str, ...]]:
        """The table that a file holds, and the columns of it that are not of that table."""
        found = set(file.columns)
        held = [table for table, columns in self.layout.items() if found >= set(columns)]
        if not held:
            raise CannotRead(self._not_a_table(file))
        table = max(held, key=lambda table: len(self.layout[table]))
        spoken = (
            column or f"{column_letter(place)} (no heading)"
            for place, column in enumerate(file.columns)
        )
        return table, tuple(column for column in spoken if column not in self.layout[table])

    def _not_a_table(self, file: Headed) -> str:
        found, name = set(file.columns), file.path.name
        nearest = max(self.layout, key=lambda table: self._likeness(found, table))
        missing = [column for column in self.layout[nearest] if column not in found]
        if self._likeness(found, nearest) >= ALIKE:
            return (
                f"{name}, row 1: the headings are those of {nearest} without {', '.join(missing)}. "
                f"Add the heading and its column, or export the file again"
            )
        return (
            f"{name}, row 1: the headings are those of no table of {self.name}. "
            "“goldenthread read” shows what is in the file and can map its columns"
        )

    def _likeness(self, found: set[str], table: str) -> float:
        """1 for the same headings, 0 for none in common."""
        wanted = set(self.layout[table])
        return len(found & wanted) / len(found | wanted)


def _columns(extra: tuple[str, ...]) -> str:
    named = ", ".join(extra)
    return f"column {named} is" if len(extra) == 1 else f"columns {named} are"
