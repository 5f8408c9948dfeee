"""How big an old Excel workbook (.xls) would be once read, and whether it is encrypted.

Its stream is a list of records, each a number, a length and a body: [MS-XLS], published by Microsoft.
"""

import struct
from collections.abc import Iterator

from goldenthread.engine.intake.files.compound import Compound, Crooked
from goldenthread.engine.intake.files.size.extent import Extent
from goldenthread.engine.intake.limits import Limits
from goldenthread.engine.intake.messages import Place, Unreadable

_START, _ENCRYPTED = 0x0809, 0x002F
# Records that fill one cell, and one that fills several in a row, of which the first is counted.
_CELLS = {0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x0006, 0x00D6, 0x00BD}


def check_old_excel(content: bytes, place: Place, limits: Limits) -> None:
    """Raise Unreadable if the workbook is encrypted, damaged or spread over too many cells."""
    try:
        compound = Compound(content)
        stream = compound.stream("Workbook" if "Workbook" in compound.names else "Book")
    except (Crooked, KeyError) as error:
        raise Unreadable(
            place, "is damaged. Open it in Excel, save it as .xlsx and try again"
        ) from error
    extent = Extent(limits, place)
    for kind, body in _records(stream):
        if kind == _ENCRYPTED:
            raise Unreadable(place, "is protected by a password. Take it off and try again")
        if kind == _START:  # of the next sheet
            extent.check()
            extent = Extent(limits, place)
        if kind in _CELLS and len(body) >= 4:
            extent.fill(*struct.unpack_from("<HH", body))
    extent.check()


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """Each record's number and the beginning of its body, where a cell's row and column stand."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + min(length, 4)]
        at += 4 + length
