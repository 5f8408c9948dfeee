"""What a command prints: it reaches any terminal, in any encoding, and can do nothing to it.

A file's name may hold escape codes, and a terminal may know no letter but ASCII.
"""

import argparse
import codecs
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any, NoReturn, TextIO

LONGEST_TOLD = 300
# What moves the cursor, changes colours or turns the direction of writing; not line ends and tabs.
_ACTIVE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")
INSTEAD = "·"


def harmless(text: str) -> str:
    """The text on one line, without anything that a terminal would act on."""
    return _ACTIVE.sub(INSTEAD, re.sub("[\r\n\t]", " ", text))


def short(text: str) -> str:
    """The text, cut where it is longer than anybody would read."""
    return text if len(text) <= LONGEST_TOLD else text[: LONGEST_TOLD - 1] + "…"


def as_json_would(error: UnicodeError) -> tuple[str, int]:
    r"""A letter that the encoding has not, as \uXXXX: legible, and the same letter to a program that
    reads the JSON."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    wrong = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    pairs = (wrong[place : place + 2] for place in range(0, len(wrong), 2))
    return "".join(rf"\u{pair.hex()}" for pair in pairs), error.end


codecs.register_error("as JSON would", as_json_would)


class CannotPrint(Exception):
    """What was to be printed cannot be written: the disk is full, say."""


class Plain:
    """A stream that passes on what is written to it, made harmless and printable."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        known = self._stream.encoding or "utf-8"
        calm = _ACTIVE.sub(INSTEAD, text)
        with _told():
            self._stream.write(calm.encode(known, "as JSON would").decode(known))
        return len(text)

    def flush(self) -> None:
        with _told():
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as trouble:
        raise CannotPrint(trouble.strerror) from None


@contextmanager
def plain_streams(out: TextIO, errors: TextIO) -> Iterator[None]:
    """Whatever is printed within goes out harmless and printable."""
    with redirect_stdout(Plain(out)), redirect_stderr(Plain(errors)):  # type: ignore[type-var]
        yield


class Parser(argparse.ArgumentParser):
    """The arguments of a command. What is wrong with them is told in a sentence or two, however long
    they are; exit 2. An empty one is a name that was forgotten, and no name of the folder we are in."""

    def parse_args(self, args: Sequence[str]) -> argparse.Namespace:  # type: ignore[override]
        if "" in args:
            self.error("one of the names given is empty")
        return super().parse_args(args)

    def error(self, message: str) -> NoReturn:
        told = harmless(short(message[:1].upper() + message[1:]))
        self.exit(2, f"{told}.\n“{self.prog} --help” says what it takes.\n")


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number within bounds, both included."""

    def read(text: str) -> int:
        digits = text.removeprefix("-")
        is_whole = digits.isascii() and digits.isdigit() and len(digits) <= len(str(most))
        if is_whole and least <= int(text) <= most:
            return int(text)
        raise argparse.ArgumentTypeError(f"give a whole number from {least:,} to {most:,}")

    return read
