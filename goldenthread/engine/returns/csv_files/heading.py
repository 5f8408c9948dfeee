"""The heading row of a CSV file: which mark divides its columns, and what they are called."""

import csv
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from goldenthread.engine.intake.messages import column_letter
from goldenthread.engine.returns.csv_files.encoding import SAVE_AS, as_utf_8
from goldenthread.engine.returns.refusals import CannotRead

DELIMITERS = ",;\t|"
LONGEST, MOST_COLUMNS = 1 << 16, 500


@dataclass(frozen=True)
class Headed:
    """A CSV file of which only the heading row was looked at; `source` is its text in UTF-8."""

    path: Path
    source: Path | bytes
    delimiter: str
    columns: tuple[str, ...]


def headed(path: Path) -> Headed:
    """Look at the heading row. Raises CannotRead for an encoding, or headings, that cannot be."""
    source = as_utf_8(path)
    first = _first_line(source)
    if "\r" in first:
        raise CannotRead(
            f"{path.name}: its lines end as those of old Macintosh files do. {SAVE_AS}"
        )
    delimiter = max(DELIMITERS, key=first.count)
    cells = next(csv.reader([first], delimiter=delimiter), [])
    columns = tuple("".join(filter(str.isprintable, cell)).strip() for cell in cells)
    _insist_on_headings(path.name, columns)
    return Headed(path, source, delimiter, columns)


def _first_line(source: Path | bytes) -> str:
    if isinstance(source, Path):
        with source.open("rb") as stream:
            line = stream.readline(LONGEST)
    else:
        line = BytesIO(source).readline(LONGEST)
    return line.decode("utf-8-sig", "ignore").rstrip("\r\n")


def _insist_on_headings(name: str, columns: tuple[str, ...]) -> None:
    if not any(columns):
        raise CannotRead(
            f"{name}, row 1: there are no headings. The first row must name the columns"
        )
    if len(columns) > MOST_COLUMNS:
        raise CannotRead(f"{name}, row 1: there are more than {MOST_COLUMNS} columns")
    spelt = [column.upper() for column in columns]
    for place, column in enumerate(spelt):
        first = spelt.index(column)
        if column and first != place:
            raise CannotRead(
                f"{name}, row 1: columns {column_letter(first)} and {column_letter(place)} have the "
                "same heading. Keep the one that counts"
            )
