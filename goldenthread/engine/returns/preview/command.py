"""`goldenthread read FILE…`: exit 0 when all is read, 1 when something is not, 2 when a file cannot be."""

import argparse
import sys
from pathlib import Path

from goldenthread.engine.returns.folders import files_in
from goldenthread.engine.returns.preview import mapping_file, report, writing
from goldenthread.engine.returns.preview.looking import Seen, seen
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.shapes.catalogue import catalogue, named
from goldenthread.engine.returns.shapes.shape import Shape
from goldenthread.engine.returns.shapes.sheets import sheets_of
from goldenthread.engine.terminal import Parser, short, whole_number
from goldenthread.engine.whole_files import why

ALL_READ, SOMETHING_NOT, UNREAD = 0, 1, 2
ROWS = whole_number(0, 1000)


def main(argv: list[str]) -> int:
    """Show what is in the files; write a mapping or the tables where asked; return the exit status."""
    asked = parser().parse_args(argv)
    try:
        return tables() if asked.tables else look(asked)
    except CannotRead as refusal:
        print(refusal, file=sys.stderr)
    except BrokenPipeError:
        raise
    except OSError as error:
        place = error.filename or asked.out or asked.suggest
        print(f"{short(str(place))}: it cannot be written ({why(error)})", file=sys.stderr)
    return UNREAD


def look(asked: argparse.Namespace) -> int:
    if not asked.files:
        raise CannotRead("Give the files to read, or --tables to see which tables are known")
    if asked.suggest:
        mapping_file.insist_on_a_new_file(asked.suggest)
    lines = mapping_file.read(asked.mapping) if asked.mapping else []
    files = files_in(asked.files)
    sheets = [sheet for path in files for sheet in sheets_of(path)]
    found = seen(sheets, lines, asked.rows, _told(asked.table))
    print(report.as_json(found) if asked.json else report.as_text(found))
    if asked.suggest:
        mapping_file.write(asked.suggest, (one.match for one in found))
        print(f"A mapping to correct: {asked.suggest}", file=sys.stderr)
    if asked.out:
        known = [one for one in found if one.match.sure]
        for path in writing.write(known, asked.out, files):
            print(f"Written: {path}", file=sys.stderr)
    return ALL_READ if all(map(_is_read, found)) else SOMETHING_NOT


def _told(table: str | None) -> Shape | None:
    try:
        return named(table) if table else None
    except LookupError:
        raise CannotRead(
            f"There is no table called “{short(str(table))}”. --tables lists them"
        ) from None


def tables() -> int:
    """Every table that is known, with its columns: what a mapping may name."""
    for shape in catalogue():
        print(f"{shape.name}, of {shape.of}")
        for column in shape.columns:
            print(f"    {column.field}")
    return ALL_READ


def _is_read(one: Seen) -> bool:
    return one.match.sure and not any(column.not_readable for column in one.columns)


def parser() -> Parser:
    made = Parser(
        prog="goldenthread read",
        description="Show what is in files before anything is done with them: which known table each "
        "is, which heading is which column, what is left out, missing or cannot be read. Reads CSV, "
        "workbooks, and the XML of the two returns; knows the children in need census, the children "
        "looked after return, Annex A and the Standard Safeguarding Dataset.",
        epilog="Where headings are your own: --suggest MAP.csv drafts a mapping (file, sheet, table, "
        "heading, column); correct it in a spreadsheet and give it with --mapping MAP.csv; --out FOLDER "
        "writes the tables in their standard form, which “goldenthread check” takes where they are of one "
        "of the two returns. Nothing is changed in the "
        "files that are read. Exit status: 0 all is read, 1 something is not recognised or not "
        "readable, 2 a file cannot be read.",
    )
    made.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="what to look at; a folder stands for its files",
    )
    made.add_argument(
        "--mapping", type=Path, metavar="MAP.csv", help="which heading is which column"
    )
    made.add_argument(
        "--table", metavar="NAME", help="take each sheet for this table, such as Episodes"
    )
    made.add_argument("--suggest", type=Path, metavar="MAP.csv", help="draft a mapping to correct")
    made.add_argument(
        "--out", type=Path, metavar="FOLDER", help="write each table as its standard CSV"
    )
    made.add_argument(
        "--rows", type=ROWS, default=3, metavar="N", help="first values of each column to show (3)"
    )
    made.add_argument(
        "--tables", action="store_true", help="list the tables and columns that are known"
    )
    made.add_argument("--json", action="store_true", help="print a list of objects for a program")
    return made
