"""What kind of file this is, told from its first bytes, never from its name."""

import re
from enum import StrEnum
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from goldenthread.engine.intake.files.csv_file import encoding_of
from goldenthread.engine.returns.refusals import CannotRead

LARGEST = 2_000_000_000
FIRST_BYTES = 4096
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
LOCKED, LOCKED_WITHIN = "EncryptedPackage".encode("utf-16-le"), 1 << 24
# An OpenDocument file says what it is, unpacked, before anything else in it.
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"


class Kind(StrEnum):
    XML = "XML"
    WORKBOOK = "workbook"
    TEXT = "text"


def kind_of(path: Path) -> Kind:
    """XML, a workbook or text (CSV). Raises CannotRead for anything else, and says what it is."""
    start = _first_bytes(path)
    if start.startswith(b"PK"):
        return _workbook_in(path, start)
    if start.startswith(OLD_EXCEL) and _is_locked(path):
        raise CannotRead(
            f"{path.name}: it is protected by a password. Open it, save it without one and try again"
        )
    if start.startswith(OLD_EXCEL):
        raise CannotRead(f"{path.name}: this is Excel's old format. Save it as .xlsx")
    if start.startswith(b"%PDF"):
        raise CannotRead(f"{path.name}: this is a PDF. Give the return that the case system made")
    return _text_or_xml(path.name, start)


def headings_of(path: Path) -> frozenset[str]:
    """The words in the first line of a text file, in small letters. Raises CannotRead."""
    start = _first_bytes(path)
    first = start.decode(encoding_of(start), errors="replace").lstrip("\ufeff\r\n").split("\n")[0]
    return frozenset(re.findall(r"\w+", first.casefold()))


def _first_bytes(path: Path) -> bytes:
    try:
        _insist_on_a_file(path)
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(FIRST_BYTES)
    except OSError as error:
        raise CannotRead(
            f"{path}: it cannot be opened ({error.strerror or 'unknown error'})"
        ) from None
    if not size:
        raise CannotRead(f"{path.name}: the file is empty")
    if size > LARGEST:
        raise CannotRead(f"{path.name}: it is larger than any council's return (over 2 GB)")
    return start


def _insist_on_a_file(path: Path) -> None:
    """A pipe would wait for ever, and can be read once only."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise CannotRead(f"{path}: this is a pipe or a device. Save the return to a file first")


def _text_or_xml(name: str, start: bytes) -> Kind:
    text = start.decode(encoding_of(start), errors="replace").lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        return Kind.XML
    if any(letter < " " and letter not in "\t\r\n\f" for letter in text):
        raise CannotRead(
            f"{name}: this is not a return: it holds neither XML nor a table, or it mixes encodings. "
            "Export it again, as UTF-8"
        )
    return Kind.TEXT


def _is_locked(path: Path) -> bool:
    """A workbook with a password is an old container round the new one."""
    with path.open("rb") as stream:
        return LOCKED in stream.read(LOCKED_WITHIN)


def _workbook_in(path: Path, start_of_archive: bytes) -> Kind:
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
    except BadZipFile:
        raise CannotRead(f"{path.name}: this archive is damaged. Copy or export it again") from None
    if start_of_archive.find(OPEN_DOCUMENT, 0, 200) > 0:
        return Kind.WORKBOOK
    if "xl/workbook.xml" not in names:
        raise CannotRead(f"{path.name}: this is a zip archive. Take the return out of it first")
    if any(name.startswith("xl/vbaProject") for name in names):
        raise CannotRead(f"{path.name}: this workbook holds macros. Save it as .xlsx, without them")
    return Kind.WORKBOOK
