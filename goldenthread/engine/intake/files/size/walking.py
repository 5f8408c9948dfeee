"""Walk through one XML part of an archive, keeping nothing of it."""

from collections.abc import Callable
from xml.parsers import expat

from goldenthread.engine.intake.files.archive import Archive, DoctypeRefused, xml_parser
from goldenthread.engine.intake.messages import Place, Unreadable


def walk(
    archive: Archive,
    name: str,
    place: Place,
    start: Callable[[str, dict[str, str]], None],
    text: Callable[[str], None],
    end: Callable[[str], None],
) -> None:
    parser = xml_parser()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    try:
        for piece in archive.pieces(name):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, DoctypeRefused, ValueError) as error:
        raise Unreadable(
            place, "is damaged. Open it in the program that made it, save it again and retry"
        ) from error


def local(name: str) -> str:
    return name.rpartition(" ")[2]


def whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else otherwise
