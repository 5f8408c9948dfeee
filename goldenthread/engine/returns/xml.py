"""Read XML that may be hostile: no document type, no entities, a limit to depth, nothing built.

The parser is expat, which hands over one tag at a time, so memory does not grow with the file.
"""

from collections.abc import Callable
from pathlib import Path
from typing import IO
from xml.parsers import expat

from goldenthread.engine.returns.refusals import CannotRead

DEEPEST = 32
CHUNK = 1 << 18

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
    text is None unless the element is a leaf, whose text comes without the spaces around it."""
    walk = _Walk(path.name, opened, closed)
    try:
        with path.open("rb") as stream:
            walk.read(stream)
    except expat.ExpatError as error:
        raise CannotRead(_in_words(path.name, error)) from None


class _Walk:
    """One pass over a file: keeps how deep it is and the text of the element just opened."""

    def __init__(
        self,
        name: str,
        opened: Callable[[str], None],
        closed: Callable[[str, str | None], None],
    ) -> None:
        self.name, self.opened, self.closed = name, opened, closed
        self.depth, self.leaf, self.text = 0, False, ""
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._refuse_document_type

    def read(self, stream: IO[bytes]) -> None:
        while block := stream.read(CHUNK):
            self.parser.Parse(block, False)
        self.parser.Parse(b"", True)

    def _start(self, tag: str, _: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise CannotRead(f"{self.name}: its elements are nested more than {DEEPEST} deep")
        self.leaf, self.text = True, ""
        self.opened(tag)

    def _characters(self, text: str) -> None:
        self.text = self.text + text if self.text else text

    def _end(self, tag: str) -> None:
        self.depth -= 1
        self.closed(tag, self.text.strip() if self.leaf else None)
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
