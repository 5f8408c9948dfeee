"""What a workbook's own file tells and its cells do not: from when it counts days, and what was not worked out."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from zipfile import ZipFile

PIECE = 1 << 20
# A cell may lie across two pieces; no cell of which this is asked is longer.
OVERLAP = 1 << 10
MACINTOSH = re.compile(rb"<workbookPr[^>]*\bdate1904=[\"'](?:1|true)[\"']")
# A cell with a formula and no value saved beside it, or with an error for its value.
UNSOLVED = re.compile(
    rb'<c r="([A-Z]+\d+)"(?:[^>]* t="e"[^>]*>|[^>]*><f[^>]*?(?:/>|>[^<]*</f>)(?:<v></v>|<v/>)?</c>)'
)


def counts_from_1904(path: Path) -> bool:
    """Whether the workbook counts days from 1904, as those begun on a Macintosh do."""
    with ZipFile(path) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return False
        with archive.open("xl/workbook.xml") as stream:
            return bool(MACINTOSH.search(stream.read(PIECE)))


def unsolved(path: Path) -> list[str]:
    """The cells that hold a formula without a value, or an error: they are read as blank."""
    found: list[str] = []
    with ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                with archive.open(name) as stream:
                    found += dict.fromkeys(_cells(stream))
    return found


def _cells(stream: IO[bytes]) -> Iterator[str]:
    held = b""
    while piece := stream.read(PIECE):
        held = held[-OVERLAP:] + piece
        yield from (cell.decode() for cell in UNSOLVED.findall(held))
