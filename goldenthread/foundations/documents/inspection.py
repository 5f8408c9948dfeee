"""Look inside a file before it is kept: is it what it says, could it run, what does it give away?"""

import io
import zipfile
import zlib

import puremagic
from PIL import Image, ImageOps, UnidentifiedImageError

from goldenthread.foundations.documents import inside_pdf
from goldenthread.foundations.documents.rules import MOST_BYTES, TAKEN, Kind, kind_by_ending

MOST_PIXELS = 50_000_000
MOST_EXPANDED = 300 * 1024 * 1024
FIRST_BYTES = {"application/pdf": b"%PDF-", "image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8\xff"}
# What the readers of broken files raise, apart from their own errors.
UNREADABLE = (OSError, ValueError, SyntaxError, NotImplementedError, RuntimeError, EOFError)
CONTROL = bytes(set(range(32)) - {9, 10, 12, 13})


class Refused(Exception):
    """The file is not taken; the message says why and what to do, and does not quote the file."""


def inspected(name: str, content: bytes) -> tuple[Kind, bytes]:
    """The file's true kind and the bytes to keep. Raises `Refused`."""
    kind = kind_by_ending(name)
    if kind is None:
        raise Refused(f"This kind of file is not taken. Upload {TAKEN}.")
    if not content:
        raise Refused("The file is empty. Check it opens on your computer, then upload it again.")
    if len(content) > MOST_BYTES:
        raise Refused(
            f"The file is larger than {MOST_BYTES // 1024 // 1024} MB. Make it smaller or split it."
        )
    check = next(check for start, check in CHECKS.items() if kind.media_type.startswith(start))
    return kind, check(kind, content)


def _mismatch(kind: Kind) -> Refused:
    return Refused(
        f"The file's name says {kind.title}, but its content is something else. Save it again and retry."
    )


def _pdf(kind: Kind, content: bytes) -> bytes:
    if not content.startswith(FIRST_BYTES[kind.media_type]):
        raise _mismatch(kind)
    if inside_pdf.is_active(content):
        raise Refused(
            "The PDF holds a script or another file. Print it to a new PDF and upload that."
        )
    return content


def _office(kind: Kind, content: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
            expanded = sum(entry.file_size for entry in package.infolist())
            if expanded > MOST_EXPANDED:
                raise Refused(
                    "The file unpacks to far more than it should. Save a fresh copy and upload that."
                )
            if not any(name in names for name in ("[Content_Types].xml", "mimetype")):
                raise _mismatch(kind)
            if _holds_macros(package, names):
                raise Refused(
                    "The file holds macros. Save it without them (.docx, .xlsx) and upload that."
                )
    except (zipfile.BadZipFile, zlib.error, *UNREADABLE):
        raise _mismatch(kind) from None
    return content


def _holds_macros(package: zipfile.ZipFile, names: list[str]) -> bool:
    """By the name of a part, or by what the list of parts says of it: a part may have any name."""
    listed = package.read("[Content_Types].xml").lower() if "[Content_Types].xml" in names else b""
    return any(mark in listed for mark in (b"macroenabled", b"vbaproject")) or any(
        "vbaproject" in name.lower() or name.lower().endswith((".exe", ".bin.js")) for name in names
    )


def _text(kind: Kind, content: bytes) -> bytes:
    looks_like = puremagic.from_string(content, mime=True) if not _is_plain(content) else ""
    if looks_like or not _is_plain(content):
        raise _mismatch(kind)
    return content


def _is_plain(content: bytes) -> bool:
    """Text has no control characters; UTF-16 has them in every other byte and says so at its start."""
    return content.startswith((b"\xff\xfe", b"\xfe\xff")) or not any(b in content for b in CONTROL)


def _picture(kind: Kind, content: bytes) -> bytes:
    """The picture drawn again, which leaves behind where and when it was taken."""
    if not content.startswith(FIRST_BYTES[kind.media_type]):
        raise _mismatch(kind)
    try:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused("The picture is too large. Make it smaller and upload it again.")
            return _drawn_again(picture)
    except (UnidentifiedImageError, Image.DecompressionBombError, *UNREADABLE):
        raise _mismatch(kind) from None


def _drawn_again(picture: Image.Image) -> bytes:
    """The same to look at: upright, as the camera noted, and in its own colours."""
    upright = ImageOps.exif_transpose(picture)
    if upright.mode in ("P", "PA"):
        upright = upright.convert("RGBA")  # a palette would be left behind, and the colours with it
    clean = Image.new(upright.mode, upright.size)
    clean.paste(upright)
    made = io.BytesIO()
    clean.save(made, format=picture.format)
    return made.getvalue()


CHECKS = {
    "application/pdf": _pdf,
    "application/vnd": _office,
    "text/": _text,
    "image/": _picture,
}
