"""New Office files are zip archives: count what one would expand to before anything else opens it.

The sizes that an archive declares may lie, so each part is expanded here, piece by piece, and
counted; no piece is kept.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from goldenthread.engine.intake.limits import Limits, megabytes
from goldenthread.engine.intake.messages import Place, Unreadable

PIECE = 64 * 1024
# A small file may well be mostly repetition; only past this does the ratio tell of a bomb.
RATIO_FROM = 10_000_000
_ENCRYPTED = 0x1
_END = b"PK\x05\x06"


class Archive:
    """A zip file held in memory, whose parts can be read only through `pieces` and `whole`."""

    def __init__(self, content: bytes, place: Place, limits: Limits) -> None:
        self._content, self._place, self._limits = content, place, limits
        try:
            self._parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise self._damaged() from error
        self.names = [part.filename for part in self._parts]

    def check(self) -> None:
        """Refuse an archive that is encrypted, is not what it declares, or expands too far."""
        if len(self._parts) > self._limits.parts or len(set(self.names)) < len(self.names):
            raise self._damaged()
        if not self._is_plain():
            raise self._damaged()
        if any(part.flag_bits & _ENCRYPTED for part in self._parts):
            raise Unreadable(self._place, "is protected by a password. Take it off and try again")
        total = 0
        for part in self._parts:
            for piece in self._expanded(part):
                total += len(piece)
                self._bound(total)

    def _is_plain(self) -> bool:
        """Nothing before the first part or after the list of parts, or another reader of the file
        might find another list than we have checked."""
        first = min((part.header_offset for part in self._parts), default=0)
        return first == 0 and self._content[-22:-18] == _END

    def pieces(self, name: str) -> Iterator[bytes]:
        """One part, expanded piece by piece; nothing if there is no such part."""
        for part in self._parts:
            if part.filename == name:
                yield from self._expanded(part)

    def whole(self, name: str) -> bytes:
        return b"".join(self.pieces(name))

    def _bound(self, total: int) -> None:
        most = self._limits.expanded_bytes
        ratio = total / max(len(self._content), 1)
        if total > most or (total > RATIO_FROM and ratio > self._limits.ratio):
            raise Unreadable(
                self._place,
                f"would expand to more than {megabytes(min(total, most))}, which no table "
                "needs. Copy the table into a new workbook and try again",
            )

    def _expanded(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        packed = self._packed(part)
        if part.compress_type == zipfile.ZIP_STORED:
            yield packed
            return
        if part.compress_type != zipfile.ZIP_DEFLATED:
            raise self._damaged()
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            while packed and not stream.eof:
                yield stream.decompress(packed, PIECE)
                packed = stream.unconsumed_tail
            yield stream.flush()
        except zlib.error as error:
            raise self._damaged() from error

    def _packed(self, part: zipfile.ZipInfo) -> bytes:
        """The part's own bytes: they start after a local heading whose length is written in it."""
        at = part.header_offset
        heading = self._content[at : at + 30]
        if heading[:4] != b"PK\x03\x04":
            raise self._damaged()
        start = at + 30 + int.from_bytes(heading[26:28], "little")
        start += int.from_bytes(heading[28:30], "little")
        return self._content[start : start + part.compress_size]

    def _damaged(self) -> Unreadable:
        return Unreadable(
            self._place, "is damaged. Open it in the program that made it, save it again and retry"
        )


class DoctypeRefused(ValueError):
    """An XML part declares entities; no Office file has cause to."""


def xml_parser() -> expat.XMLParserType:
    """A parser that knows no entities: a document type stops it before any is declared."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise DoctypeRefused("document type")

    parser.StartDoctypeDeclHandler = refuse
    return parser
