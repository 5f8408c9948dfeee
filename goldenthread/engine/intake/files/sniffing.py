"""What a file is, told from its content; its name is only used to speak of it."""

from enum import StrEnum

import puremagic

from goldenthread.engine.intake.files.archive import Archive
from goldenthread.engine.intake.files.compound import SIGNATURE, Compound, Crooked
from goldenthread.engine.intake.messages import Place, Unreadable

SAVE_AS = "Open it, choose Save As, pick “Excel Workbook (.xlsx)” and try again"


class FileKind(StrEnum):
    CSV = "CSV"
    EXCEL = "Excel workbook"
    OLD_EXCEL = "old Excel workbook"
    OPEN_DOCUMENT = "OpenDocument spreadsheet"
    WORD = "Word document"


_BY_ENDING = {
    "csv": FileKind.CSV,
    "tsv": FileKind.CSV,
    "txt": FileKind.CSV,
    "xlsx": FileKind.EXCEL,
    "xls": FileKind.OLD_EXCEL,
    "ods": FileKind.OPEN_DOCUMENT,
    "docx": FileKind.WORD,
}
# What begins like this is named to the person and refused. (Signature, what it is, what to do.)
_REFUSED = (
    (b"%PDF", "a PDF", "Ask for the document it was made from, in Excel, CSV or Word"),
    (b"{\\rtf", "a rich text document", "Open it in Word and save it as .docx"),
    (b"<html", "a web page", SAVE_AS),
    (b"<!doctype html", "a web page", SAVE_AS),
    (b"<table", "a web page", SAVE_AS),
    (b"<?xml", "an XML file", SAVE_AS),
)


def kind_by_name(name: str) -> FileKind | None:
    return _BY_ENDING.get(name.rpartition(".")[2].casefold())


def kind_by_content(content: bytes, place: Place, archive: Archive | None) -> FileKind:
    """The kind of file this is; Unreadable names any other kind and says what to do instead."""
    if not content.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        raise Unreadable(place, "is empty. Check that you chose the right file")
    if archive:
        return _kind_of_archive(archive, place)
    if content.startswith(SIGNATURE):
        return _kind_of_compound(content, place)
    _refuse_known(content, place)
    return FileKind.CSV


def _kind_of_archive(archive: Archive, place: Place) -> FileKind:
    names = {name.casefold() for name in archive.names}
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise Unreadable(place, f"holds macros, which we do not take in. {SAVE_AS}")
    if "xl/workbook.bin" in names:
        raise Unreadable(place, f"is a binary Excel workbook (.xlsb). {SAVE_AS}")
    if "xl/workbook.xml" in names:
        return FileKind.EXCEL
    if "word/document.xml" in names:
        return FileKind.WORD
    if archive.whole("mimetype").startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return _unlocked(archive, place)
    raise Unreadable(place, "is a zip archive. Take the file out of it and upload that")


def _unlocked(archive: Archive, place: Place) -> FileKind:
    if b"encryption-data" in archive.whole("META-INF/manifest.xml"):
        raise Unreadable(place, "is protected by a password. Take it off and try again")
    return FileKind.OPEN_DOCUMENT


def _kind_of_compound(content: bytes, place: Place) -> FileKind:
    try:
        names = Compound(content).names
    except Crooked as error:
        raise Unreadable(place, f"is damaged. {SAVE_AS}") from error
    if "EncryptedPackage" in names:
        raise Unreadable(place, "is protected by a password. Take it off and try again")
    if "WordDocument" in names:
        raise Unreadable(place, "is an old Word document (.doc). Open it and save it as .docx")
    if any(name.startswith(("_VBA_PROJECT", "Macros")) for name in names):
        raise Unreadable(place, f"holds macros, which we do not take in. {SAVE_AS}")
    if names & {"Workbook", "Book"}:
        return FileKind.OLD_EXCEL
    raise Unreadable(place, f"is an old Office file that holds no workbook. {SAVE_AS}")


def _refuse_known(content: bytes, place: Place) -> None:
    opening = content[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for signature, what, advice in _REFUSED:
        if opening.startswith(signature.lower()):
            raise Unreadable(place, f"is {what} inside, whatever its name says. {advice}")
    if _is_binary(content):
        what = _named(content)
        raise Unreadable(
            place, f"is not a table: it looks like {what}. Upload Excel, OpenDocument, CSV or Word"
        )


def _is_binary(content: bytes) -> bool:
    """Text holds none of the control bytes of which pictures and programs are full.

    Nulls do not count: every other byte of UTF-16 is one.
    """
    head = content[:4096]
    odd = sum(byte < 32 and byte not in (0, 9, 10, 11, 12, 13, 27) for byte in head)
    return odd > max(8, len(head) / 50)


def _named(content: bytes) -> str:
    try:
        found = puremagic.magic_string(content[:4096])
    except (puremagic.PureError, ValueError):
        return "a file of another kind"
    return f"a {found[0].name}" if found and found[0].name else "a file of another kind"
