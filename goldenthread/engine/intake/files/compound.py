"""Old Office files (.xls, .doc) and encrypted new ones are small file systems: look inside safely.

The layout is published by Microsoft as [MS-CFB]. Only the names of the streams and the bytes of one
are read; every chain is bounded by the file's own length, so a crooked one cannot run for ever.
"""

import struct
from collections.abc import Iterator

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST_SECTOR = 0xFFFFFFFA
_DIFAT_IN_HEADER = 109
_SMALL_STREAM = 4096


class Crooked(ValueError):
    """The file does not hold together."""


class Compound:
    """The streams of a compound file: `names`, and `stream(name)` for the bytes of one."""

    def __init__(self, content: bytes) -> None:
        if len(content) < 512 or not content.startswith(SIGNATURE):
            raise Crooked("not a compound file")
        self._content = content
        self._size = 1 << self._number(30, 2)
        if self._size not in (512, 4096):
            raise Crooked("no such sector size")
        self._next = self._allocation_table()
        self._entries = dict(self._directory())

    @property
    def names(self) -> set[str]:
        return set(self._entries)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; Crooked if it is short enough to be kept among the small ones."""
        start, length = self._entries[name]
        if length < _SMALL_STREAM:
            raise Crooked("too short to be a workbook")
        return b"".join(self._chain(start))[:length]

    def _number(self, offset: int, width: int) -> int:
        return int.from_bytes(self._content[offset : offset + width], "little")

    def _sector(self, index: int) -> bytes:
        start = (index + 1) * self._size
        return self._content[start : start + self._size]

    def _allocation_table(self) -> list[int]:
        sectors = struct.unpack_from(f"<{_DIFAT_IN_HEADER}I", self._content, 76)
        table: list[int] = []
        for sector in [*sectors, *self._more_table_sectors()]:
            if sector < _LAST_SECTOR:
                table += _numbers(self._sector(sector))
        return table

    def _more_table_sectors(self) -> Iterator[int]:
        index = self._number(68, 4)
        for _ in range(len(self._content) // self._size):
            if index >= _LAST_SECTOR:
                return
            *numbers, index = _numbers(self._sector(index)) or [_LAST_SECTOR]
            yield from numbers

    def _chain(self, index: int) -> Iterator[bytes]:
        for _ in range(len(self._next) + 1):
            if index >= _LAST_SECTOR:
                return
            if index >= len(self._next):
                raise Crooked("a chain leaves the file")
            yield self._sector(index)
            index = self._next[index]
        raise Crooked("a chain runs in a circle")

    def _directory(self) -> Iterator[tuple[str, tuple[int, int]]]:
        entries = b"".join(self._chain(self._number(48, 4)))
        for at in range(0, len(entries) - 127, 128):
            entry = entries[at : at + 128]
            letters = int.from_bytes(entry[64:66], "little")
            name = entry[: max(letters - 2, 0)].decode("utf-16-le", "replace")
            start, length = struct.unpack_from("<II", entry, 116)
            if name:
                yield name, (start, length)


def _numbers(sector: bytes) -> list[int]:
    count = len(sector) // 4
    return list(struct.unpack(f"<{count}I", sector[: count * 4]))
