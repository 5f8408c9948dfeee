"""Bytes to text. UTF-8 and UTF-16 are read; anything else is refused by name."""

import codecs
import re

from goldenthread.engine.proof.reading.refusal import CannotRead

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)|encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)
OTHER_KINDS = (
    (b"PK\x03\x04", "a zip or Office file"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"MZ", "a program"),
)


def text_of(content: bytes) -> str:
    """The text, with line ends made alike. Raises CannotRead, naming the encoding or kind."""
    for start, kind in OTHER_KINDS:
        if content.startswith(start) and (start != b"MZ" or b"\0" in content[:512]):
            raise CannotRead(f"The file is {kind}, whatever its name says.")
    text = decoded(content)
    if "\0" in text:
        raise CannotRead("The file is not text: it holds bytes that no text has.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decoded(content: bytes) -> str:
    encoding = next((name for mark, name in MARKS if content.startswith(mark)), unmarked(content))
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as trouble:
        raise CannotRead(why_not(content, encoding, trouble)) from None


def unmarked(content: bytes) -> str:
    """UTF-16 without its mark shows as every second byte being nought."""
    sample = content[:2000]
    if len(sample) >= 8 and sample[1::2].count(0) > len(sample) * 0.4:
        return "utf-16-le"
    if len(sample) >= 8 and sample[::2].count(0) > len(sample) * 0.4:
        return "utf-16-be"
    return "utf-8"


def why_not(content: bytes, encoding: str, trouble: UnicodeDecodeError) -> str:
    declared = DECLARED.search(content[:2048])
    named = (declared[1] or declared[2]).decode("ascii").lower() if declared else ""
    line = content[: trouble.start].count(b"\n") + 1
    if named in ("", "utf-8", "utf8"):
        named = (
            "Windows-1252 or another older encoding"
            if encoding == "utf-8"
            else "no encoding we know"
        )
    return f"The file is in {named}, not UTF-8 or UTF-16 (line {line}). Save it as UTF-8 and try again."
