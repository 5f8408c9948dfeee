"""Read a CSV file in UTF-8 or UTF-16; another encoding is refused by name, never guessed."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from goldenthread.engine.intake.files.sheet import Sheet
from goldenthread.engine.intake.limits import Limits
from goldenthread.engine.intake.messages import Place, Unreadable
from goldenthread.engine.intake.table import RawCell

_DELIMITERS = ",;\t|"
_TOLD = re.compile(r"sep=([,;\t|])\r?\n")  # a first line that tells Excel the delimiter
_SAVE_AS = (
    "In Excel choose Save As, “CSV UTF-8 (Comma delimited)”, and try again, "
    "or upload the Excel workbook itself"
)
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def read_csv(content: bytes, place: Place, limits: Limits) -> list[Sheet]:
    """The file as one sheet of text cells. Row numbers are those that Excel would show."""
    text = _decoded(content, place)
    return [Sheet(place, _rows(text, place, limits), ragged=True)]


def _decoded(content: bytes, place: Place) -> str:
    encoding = encoding_of(content)
    if encoding == "utf-32":
        raise Unreadable(place, f"is in UTF-32, which we do not read. {_SAVE_AS}")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        if encoding != "utf-8":
            raise Unreadable(
                place.at(row=line), f"is cut short or is not {encoding}. {_SAVE_AS}"
            ) from error
        raise Unreadable(
            place.at(row=line),
            f"holds a letter that is not in UTF-8; the file seems to be in {likely_encoding(content)}. "
            f"{_SAVE_AS}",
        ) from error


def encoding_of(content: bytes) -> str:
    """The encoding that the first bytes tell of: UTF-8, UTF-16 or UTF-32."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    return _unmarked_utf_16(content[:4000]) or "utf-8"


def _unmarked_utf_16(head: bytes) -> str:
    """In UTF-16 without its mark, English text has a null in every other byte."""
    half = len(head) // 2
    if half and head[1::2].count(0) > 0.7 * half and head[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if half and head[0::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def likely_encoding(content: bytes) -> str:
    """The name of the encoding that the file is most likely in, for the message alone."""
    high = {byte for byte in content if byte >= 0x80}
    if sum(byte >= 0x80 for byte in content) > len(content) / 2:  # as in EBCDIC, from a mainframe
        return "an encoding that we cannot read"
    if high & {0x81, 0x8D, 0x8F, 0x90, 0x9D}:
        return "Mac Roman or another older encoding"
    if any(byte < 0xA0 for byte in high):
        return "Windows-1252 (plain “CSV (Comma delimited)” in Excel)"
    return "ISO 8859-1 or Windows-1252 (plain “CSV (Comma delimited)” in Excel)"


def _rows(text: str, place: Place, limits: Limits) -> Iterator[tuple[int, list[RawCell]]]:
    csv.field_size_limit(limits.cell_characters)
    source = io.StringIO(text, newline="")
    told = _TOLD.match(text)
    reader = csv.reader(source, delimiter=told[1] if told else _delimiter(text), strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, [] if told and number == 1 else list(cells)
    except csv.Error as error:
        raise Unreadable(
            place.at(row=number + 1),
            "has a quotation mark that is not closed, or a cell too long to be one. "
            "Check the quotation marks in this row and the one before",
        ) from error


def _delimiter(text: str) -> str:
    """The mark that divides the most of the first lines alike; a comma when none does."""
    lines = [line for line in text[:20_000].splitlines()[:20] if line.strip()]
    best = max(_DELIMITERS, key=lambda mark: _evenness(mark, lines))
    return best if _evenness(best, lines) > (0, 0) else ","


def _evenness(mark: str, lines: list[str]) -> tuple[int, int]:
    """How many lines have the commonest number of these marks, and how many marks that is."""
    counts = Counter(_outside_quotes(line).count(mark) for line in lines)
    counts.pop(0, None)
    if not counts:
        return (0, 0)
    number, lines_alike = counts.most_common(1)[0]
    return lines_alike, number


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
