"""How big an old Excel workbook (.xls) would be once read, and whether it is encrypted.

Its stream is a list of records, each a number, a length and a body: [MS-XLS], published by Microsoft.
"""

import struct
from collections.abc import Iterator

from goldenthread.engine.intake.files.compound import Compound, Crooked
from goldenthread.engine.intake.limits import Limits
from goldenthread.engine.intake.messages import Place, Unreadable

_START, _ENCRYPTED = 0x0809, 0x002F
# Records that fill one cell, and those that fill several in a row.
_ONE = {0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x0006, 0x00D6}
_SEVERAL = {0x00BD}


def check_old_excel(content: bytes, place: Place, limits: Limits) -> None:
    """Raise Unreadable if the workbook is encrypted, damaged or spread over too many cells."""
    try:
        compound = Compound(content)
        name = "Workbook" if "Workbook" in compound.names else "Book"
        records = list(_records(compound.stream(name)))
    except (Crooked, KeyError, struct.error) as error:
        raise Unreadable(
            place, "is damaged. Open it in Excel, save it as .xlsx and try again"
        ) from error
    if any(kind == _ENCRYPTED for kind, _ in records):
        raise Unreadable(place, "is protected by a password. Take it off and try again")
    for cells in _sheets(records):
        rows, columns = (max(part) - min(part) + 1 for part in zip(*cells, strict=True))
        if rows * columns > limits.cells:
            raise Unreadable(
                place,
                f"spreads over {rows:,} rows and {columns:,} columns: something stands far from "
                "the table. Copy the table alone into a new workbook and try again",
            )


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + min(length, 6)]
        at += 4 + length


def _sheets(records: list[tuple[int, bytes]]) -> Iterator[list[tuple[int, int]]]:
    """The filled cells of each sheet, as rows and columns."""
    cells: list[tuple[int, int]] = []
    for kind, body in records:
        if kind == _START and cells:
            yield cells
            cells = []
        if kind in _ONE | _SEVERAL and len(body) >= 4:
            cells.append(struct.unpack_from("<HH", body))
    if cells:
        yield cells
