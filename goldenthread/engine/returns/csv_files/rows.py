"""The rows of a CSV file as a frame of text, each known to have a cell for every heading.

A quick count over whole lines settles files without quoted line ends, which is nearly all; the others
are read row by row, slowly and exactly.
"""

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import polars as pl

from goldenthread.engine.intake.messages import column_letter
from goldenthread.engine.returns.columns import Columns, Row
from goldenthread.engine.returns.csv_files.heading import Headed
from goldenthread.engine.returns.refusals import CannotRead

# Where the row stands in the file, as a spreadsheet numbers it: the headings are row 1.
# No heading can be this: what cannot be printed is taken out of headings.
ROW_IN_FILE = "\x1frow in file"
FIRST_ROW = 2
NO_HEADING = "\x1f"
# Stands for a value in quotation marks while cells are counted.
QUOTED = "\x02"


def rows_of(file: Headed) -> pl.DataFrame:
    """Every row that is not blank, in columns named by the headings, and `ROW_IN_FILE`.

    Raises CannotRead, naming file and row, for a row with more or fewer cells than headings.
    """
    counted = _counted(file)
    if counted["unsettled"].any():
        frame = _one_by_one(file)
    else:
        _insist_on_cells(file, counted)
        frame = pl.read_csv(file.source, separator=file.delimiter, infer_schema=False, glob=False)
        frame.columns = list(_named(file))
    numbered = frame.with_row_index(ROW_IN_FILE, offset=FIRST_ROW)
    return numbered.filter(pl.any_horizontal(pl.exclude(ROW_IN_FILE).is_not_null()))


def _named(file: Headed) -> Iterator[str]:
    """The headings, with a name for a column that has none, which no heading can be."""
    for place, column in enumerate(file.columns):
        yield column or f"{NO_HEADING}column {column_letter(place)}"


def _counted(file: Headed) -> pl.DataFrame:
    """For each line: how many cells, whether it is blank, and whether its quotation marks go beyond
    what a line alone can settle."""
    mark = f"\\x{ord(file.delimiter):02x}"
    line = pl.first().str.strip_chars_end("\r")
    plain = line.str.replace_all(rf'(^|{mark})"(?:[^"]|"")*"', f"${{1}}{QUOTED}")
    source = file.source if isinstance(file.source, Path) else BytesIO(file.source)
    lines = pl.scan_lines(source, glob=False).select(
        line=pl.when(line.str.contains('"', literal=True)).then(plain).otherwise(line)
    )
    return lines.select(
        cells=pl.col("line").str.count_matches(file.delimiter, literal=True) + 1,
        blank=pl.col("line") == "",
        unsettled=pl.col("line").str.contains(rf'"|{QUOTED}[^{mark}]'),
    ).collect()


def _insist_on_cells(file: Headed, counted: pl.DataFrame) -> None:
    other = counted.with_row_index("row", offset=1).filter(
        ~pl.col("blank") & (pl.col("cells") != len(file.columns))
    )
    if other.height:
        row, cells = other.row(0)[:2]
        raise CannotRead(_another_number(file, row, cells, other.height - 1))


def _another_number(file: Headed, row: int, cells: int, more: int) -> str:
    headings = len(file.columns)
    column = column_letter(min(cells, headings))
    others = f" ({more:,} more rows are so too)" if more else ""
    if cells > headings:
        why = (
            "A heading is missing, or a comma inside a value needs quotation marks round the value"
        )
    else:
        why = "The row is cut short: export or copy the file again"
    return (
        f"{file.path.name}, row {row}, column {column}: the row has {cells} cells and there are {headings} "
        f"headings{others}. {why}"
    )


def _one_by_one(file: Headed) -> pl.DataFrame:
    columns, number = Columns(tuple(_named(file))), 1
    try:
        with _stream(file) as stream:
            rows = csv.reader(stream, delimiter=file.delimiter, strict=True)
            next(rows, None)
            for number, cells in enumerate(rows, start=FIRST_ROW):
                columns.add(_fitting(file, number, cells))
    except csv.Error:
        raise CannotRead(
            f"{file.path.name}, row {number + 1}: a quotation mark is not closed, or stands inside "
            "a value. Check the quotation marks in this row and the one before"
        ) from None
    return columns.frame()


def _fitting(file: Headed, number: int, cells: list[str]) -> Row:
    if cells and len(cells) != len(file.columns):
        raise CannotRead(_another_number(file, number, len(cells), 0))
    return [cell or None for cell in cells] or [None] * len(file.columns)


def _stream(file: Headed) -> StringIO | TextIOWrapper:
    if isinstance(file.source, Path):
        return file.source.open(encoding="utf-8-sig", newline="")
    return StringIO(file.source.decode("utf-8-sig"), newline="")
