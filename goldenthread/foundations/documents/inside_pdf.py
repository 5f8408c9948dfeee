"""Whether a PDF holds something that runs or opens, told from its own words without a PDF reader.

A name may be written with escapes (/J#61vaScript), and the objects that hold it may be packed in
compressed streams; both are undone before looking. The work is bounded, whatever is sent.
"""

import re
import zlib
from collections.abc import Iterator

MOST_LOOKED_THROUGH = 60 * 1024 * 1024  # packed and unpacked together; a plain report has far less
MOST_STREAMS = 200_000
LONGEST_STREAM = 2 * 1024 * 1024
DESCRIPTION = 400  # bytes before a stream, in which it says what it is
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
STREAM = re.compile(rb"(?<!end)stream\r?\n")
# A short name alone would turn up by chance in the bytes of a picture, so /JS needs its script.
ACTIVE = re.compile(
    rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z0-9])|/JS\s*[(<]|/JS\s+\d+\s+\d+\s+R"
)


def is_active(content: bytes) -> bool:
    """True also where the packed objects come to more than anyone could look through."""
    if content.count(b"stream") > MOST_STREAMS or ACTIVE.search(_plain(content)):
        return True
    left = MOST_LOOKED_THROUGH
    for packed in _packed_objects(content):
        unpacked = _unpacked(packed)
        left -= len(packed) + len(unpacked)
        if left < 0 or ACTIVE.search(_plain(unpacked)):
            return True
    return False


def _packed_objects(content: bytes) -> Iterator[bytes]:
    for start in STREAM.finditer(content):
        if b"/ObjStm" in _plain(content[max(0, start.start() - DESCRIPTION) : start.start()]):
            longest = start.end() + LONGEST_STREAM
            end = content.find(b"endstream", start.end(), longest)
            yield content[start.end() : end if end >= 0 else longest]


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, MOST_LOOKED_THROUGH)
    except zlib.error:
        return b""


def _plain(part: bytes) -> bytes:
    return ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), part)
