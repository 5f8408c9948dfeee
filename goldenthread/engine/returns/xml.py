"""Read XML that may be hostile: no document type, no entities, a limit to depth, nothing built.

The parser is expat, which hands over one tag at a time, so memory does not grow with the file.
"""

from collections.abc import Callable
from pathlib import Path
from typing import IO
from xml.parsers import expat

from goldenthread.engine.returns.refusals import CannotRead

DEEPEST = 32
LONGEST_VALUE = 1_000_000
CHUNK = 1 << 18
# How a file begins → its encoding, whatever it declares: a byte order mark, or a “<” in two bytes.
# Many systems write UTF-16 and declare UTF-8.
BEGINNINGS = {
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
    b"<\0": "UTF-16LE",
    b"\0<": "UTF-16BE",
}

_STOPS_EARLY = {
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN],
    expat.errors.codes[expat.errors.XML_ERROR_PARTIAL_CHAR],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION],
}
_ENCODING = {
    expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING],
    expat.errors.codes[expat.errors.XML_ERROR_INCORRECT_ENCODING],
}
_BAD_CHARACTER = expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]


def parse(
    path: Path, *, opened: Callable[[str], None], closed: Callable[[str, str | None], None]
) -> None:
    """Walk a file. `opened(tag)` at each start tag; `closed(tag, text)` at each end tag, where
    text is None unless the element is a leaf, whose text comes without the spaces around it.
    A prefix is left off. Raises CannotRead."""
    with path.open("rb") as stream:
        walk = _Walk(path.name, opened, closed, encoding_of(stream.read(2)))
        stream.seek(0)
        try:
            walk.read(stream)
        except expat.ExpatError as error:
            raise CannotRead(_in_words(path.name, error)) from None


def encoding_of(beginning: bytes) -> str | None:
    """The encoding that the first two bytes prove; None where the file's own word is to be taken."""
    return BEGINNINGS.get(beginning[:2])


class _Walk:
    """One pass over a file: keeps how deep it is and the text of the element just opened."""

    def __init__(
        self,
        name: str,
        opened: Callable[[str], None],
        closed: Callable[[str, str | None], None],
        encoding: str | None,
    ) -> None:
        self.name, self.opened, self.closed = name, opened, closed
        self.depth, self.leaf, self.text = 0, False, ""
        self.parser = expat.ParserCreate(encoding)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._refuse_document_type

    def read(self, stream: IO[bytes]) -> None:
        while block := stream.read(CHUNK):
            self._parse(block)
        self.parser.Parse(b"", True)

    def _parse(self, block: bytes) -> None:
        """Python looks up an encoding that expat does not know, and complains in its own ways."""
        try:
            self.parser.Parse(block, False)
        except CannotRead:
            raise
        except (LookupError, ValueError):
            raise CannotRead(
                f"{self.name}: it declares an encoding that is not read. Save it as UTF-8"
            ) from None

    def _start(self, tag: str, _: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise CannotRead(f"{self.name}: its elements are nested more than {DEEPEST} deep")
        self.leaf, self.text = True, ""
        self.opened(tag if ":" not in tag else tag.rpartition(":")[2])

    def _characters(self, text: str) -> None:
        self.text = self.text + text if self.text else text
        if len(self.text) > LONGEST_VALUE:
            raise CannotRead(
                f"{self.name}: line {self.parser.CurrentLineNumber} ends a text of more than "
                f"{LONGEST_VALUE:,} letters, which no value of a return has. Export it again"
            )

    def _end(self, tag: str) -> None:
        self.depth -= 1
        self.closed(
            tag if ":" not in tag else tag.rpartition(":")[2],
            self.text.strip() if self.leaf else None,
        )
        self.leaf = False

    def _refuse_document_type(self, *_: object) -> None:
        raise CannotRead(
            f"{self.name}: it declares a document type or entities, which no return needs and "
            "which can be used to attack a reader. Export it again from the case system"
        )


def _in_words(name: str, error: expat.ExpatError) -> str:
    place = f"line {error.lineno}, column {error.offset + 1}"
    if error.code in _STOPS_EARLY:
        return f"{name}: the file stops at {place}, before its end. Export or copy it again"
    if error.code in _ENCODING:
        return f"{name}: its encoding cannot be read ({place}). Save it as UTF-8 or UTF-16"
    if error.code == _BAD_CHARACTER:
        return (
            f"{name}: {place} holds a character that does not belong there. The file may mix "
            "encodings, or hold a bare & or <. Save it as UTF-8 or export it again"
        )
    return f"{name}: it is not well-formed XML at {place} ({expat.ErrorString(error.code)})"
