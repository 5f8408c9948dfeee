"""The text of a file, known to be UTF-8 or UTF-16 from its first byte to its last.

Another encoding, or two in one file, is refused with the line at which it shows; a file with more rows
than any council's return has is refused before it is in memory.
"""

from codecs import getincrementaldecoder
from collections.abc import Iterator
from pathlib import Path

from goldenthread.engine.intake.files.csv_file import encoding_of, likely_encoding
from goldenthread.engine.returns.refusals import CannotRead

MOST_ROWS = 1_000_000
PIECE = 1 << 20
SAVE_AS = "Save it as “CSV UTF-8 (Comma delimited)”, or export it again"


def as_utf_8(path: Path) -> Path | bytes:
    """The file itself where it is UTF-8, else its text as UTF-8 bytes. Raises CannotRead."""
    with path.open("rb") as stream:
        encoding = encoding_of(stream.read(PIECE))
    if encoding == "utf-32":
        raise CannotRead(f"{path.name}: it is in UTF-32, which is not read. {SAVE_AS}")
    if encoding.startswith("utf-16"):
        return "".join(_text(path, encoding)).encode()
    for _ in _text(path, encoding):
        pass
    return path


def _text(path: Path, encoding: str) -> Iterator[str]:
    """The file's text piece by piece, each known to be whole."""
    decoder, lines = getincrementaldecoder(encoding)(), 0
    try:
        with path.open("rb") as stream:
            while piece := stream.read(PIECE):
                text = decoder.decode(piece)
                more = text.count("\n")
                _insist_on_lines(path.name, lines, more, len(piece))
                lines += more
                yield text
            decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise CannotRead(_in_words(path.name, encoding, lines, error)) from None


def _insist_on_lines(name: str, lines: int, more: int, read: int) -> None:
    """Lines that are no table's would all be held in memory at once."""
    if lines + more > MOST_ROWS:
        raise CannotRead(
            f"{name}: it holds more than {MOST_ROWS:,} rows, which no council's return does. "
            "Check that it is one year of one council"
        )
    if not more and read == PIECE:
        raise CannotRead(
            f"{name}, row {lines + 1}: it is longer than {PIECE:,} bytes, so this is no table. {SAVE_AS}"
        )


def _in_words(name: str, encoding: str, lines: int, error: UnicodeDecodeError) -> str:
    row = lines + error.object[: error.start].count(b"\n") + 1
    if error.reason == "unexpected end of data" or encoding != "utf-8":
        return f"{name}, row {row}: the file is cut short here, or mixes encodings. {SAVE_AS}"
    return (
        f"{name}, row {row}: it holds a letter that is not in UTF-8; the file, or this part of it, "
        f"seems to be in {likely_encoding(error.object)}. {SAVE_AS}"
    )
