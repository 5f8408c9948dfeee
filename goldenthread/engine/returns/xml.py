"""Read XML that may be hostile: no document type, no entities, limits to depth and length.

The parser is expat. Its events go straight to ElementTree's builder, both in C, and what is whole
is handed over and dropped after each block of the file, so memory does not grow with the file.
"""

from collections.abc import Container, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, TypeVar
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from goldenthread.engine.returns.refusals import CannotRead

DEEPEST = 32
# Bytes. What is known of one child takes some thousands.
LONGEST_PART = 1_000_000
BLOCK = 1 << 18
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
_LATE_BEGINNING = expat.errors.codes[expat.errors.XML_ERROR_MISPLACED_XML_PI]
_BAD_CHARACTER = expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]

Meaning = TypeVar("Meaning")


class ByTag(dict[str, Meaning | None]):
    """What elements are, by their names, whatever prefix they carry; None for any other name."""

    def __missing__(self, tag: str) -> Meaning | None:
        return self.get(local(tag))


def local(tag: str) -> str:
    """The name of an element without its prefix."""
    return tag.rpartition(":")[2]


def text_of(element: Element) -> str | None:
    """The text of a leaf without the spaces around it; None where the element is no leaf."""
    return None if len(element) else (element.text or "").strip()


def root_of(path: Path) -> str:
    """The name of the first element. Raises CannotRead."""
    found: list[str] = []

    def stop(tag: str, _: dict[str, str]) -> None:
        found.append(local(tag))
        raise _Found

    with path.open("rb") as stream:
        walk = _Walk(path.name, stream)
        walk.parser.StartElementHandler = stop
        with suppress(_Found):
            for _ in walk.blocks():
                pass
    return found[0]


def insist_on_root(path: Path, root: str, *, of: str) -> None:
    """Raises CannotRead where a file does not begin as `of`, the return in words, does."""
    found = root_of(path)
    if found != root:
        raise CannotRead(
            f"{path.name}: it begins with <{found[:40]}>, where {of} begins with <{root}>"
        )


def parts(path: Path, whole: Container[str]) -> Iterator[Element]:
    """The elements of a file in turn: those whose names are in `whole` with all that they hold, any
    other emptied, after what it held. Raises CannotRead."""
    with path.open("rb") as stream:
        walk = _Walk(path.name, stream)
        for block in walk.blocks():
            yield from walk.taken(block, whole)
        yield from walk.inside(walk.document, whole, 0)


def too_deep(name: str) -> CannotRead:
    return CannotRead(f"{name}: its elements are nested more than {DEEPEST} deep")


class _Found(Exception):
    """The first element was seen: there is no need to read on."""


class _Walk:
    """One pass over a file: `document` holds what was read and is not yet taken, `waiting` says for
    how many bytes nothing could be taken."""

    def __init__(self, name: str, stream: IO[bytes]) -> None:
        self.name, self.stream, self.waiting = name, stream, 0
        builder = TreeBuilder()
        self.document = builder.start("", {})
        self.parser = expat.ParserCreate(encoding_of(stream.read(2)))
        stream.seek(0)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = builder.start
        self.parser.EndElementHandler = builder.end
        self.parser.CharacterDataHandler = builder.data
        self.parser.StartDoctypeDeclHandler = self._refuse_document_type

    def blocks(self) -> Iterator[int]:
        """Read the file block by block: how long each was."""
        try:
            while block := self.stream.read(BLOCK):
                self._parse(block)
                yield len(block)
            self.parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise CannotRead(_in_words(self.name, error)) from None

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

    def taken(self, length: int, whole: Container[str]) -> Iterator[Element]:
        """What lies beside the way to the element that was read last, which may be open yet."""
        self.waiting += length
        here, depth = self.document, 0
        while len(here) and local(here.tag) not in whole:
            for element in here[:-1]:
                yield from self._taken(element, whole, depth)
                self.waiting = 0
            del here[:-1]
            here, depth = here[-1], depth + 1
            self._insist_on_depth(depth)
        self._insist_on_an_end()

    def inside(self, around: Element, whole: Container[str], depth: int) -> Iterator[Element]:
        for element in around:
            yield from self._taken(element, whole, depth + 1)

    def _taken(self, element: Element, whole: Container[str], depth: int) -> Iterator[Element]:
        self._insist_on_depth(depth)
        if local(element.tag) not in whole:
            yield from self.inside(element, whole, depth)
            del element[:]
        yield element

    def _insist_on_depth(self, depth: int) -> None:
        if depth > DEEPEST:
            raise too_deep(self.name)

    def _insist_on_an_end(self) -> None:
        if self.waiting > LONGEST_PART:
            raise CannotRead(
                f"{self.name}: line {self.parser.CurrentLineNumber} lies in a text, or in what is "
                f"known of one child, of more than {LONGEST_PART:,} bytes, which no return has. "
                "Export it again"
            )

    def _refuse_document_type(self, *_: object) -> None:
        raise CannotRead(
            f"{self.name}: it declares a document type or entities, which no return needs and "
            "which can be used to attack a reader. Export it again from the case system"
        )


def encoding_of(beginning: bytes) -> str | None:
    """The encoding that the first two bytes prove; None where the file's own word is to be taken."""
    return BEGINNINGS.get(beginning[:2])


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
    if error.code == _LATE_BEGINNING:
        return (
            f"{name}: something stands before its “<?xml”, which must begin the file. Take out the blank "
            "line, or whatever stands there, or export it again"
        )
    return f"{name}: it is not well-formed XML at {place} ({expat.ErrorString(error.code)})"
