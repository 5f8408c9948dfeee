"""`goldenthread prove FILE…`: exit 0 clean, 1 found something, 2 could not read."""

import argparse
import io
import sys
from pathlib import Path

from goldenthread.engine.proof import headings, proving, reading, report
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import SHOWN_FROM, Slip

CLEAN, FOUND, UNREAD = 0, 1, 2


def main(argv: list[str]) -> int:
    """Proof the files named in `argv`, print what was found, and return the exit status."""
    asked = parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    settings = settings_from(asked)
    proofs: list[tuple[str, list[Slip]]] = []
    unread = 0
    for file in asked.files:
        try:
            proofs.append((file, proving.prove(reading.read(Path(file)), settings)))
        except reading.CannotRead as trouble:
            unread += 1
            print(f"{file}: {trouble}", file=sys.stderr)
    shown = [(file, [s for s in slips if s.certainty >= asked.least]) for file, slips in proofs]
    print_out(asked, proofs, shown)
    if unread:
        return UNREAD
    return FOUND if any(slips for _, slips in shown) else CLEAN


def print_out(
    asked: argparse.Namespace,
    proofs: list[tuple[str, list[Slip]]],
    shown: list[tuple[str, list[Slip]]],
) -> None:
    if asked.json:
        print(report.as_json(shown))
        return
    for (file, slips), (_, seen) in zip(proofs, shown, strict=True):
        print(report.as_text(file, seen, len(slips) - len(seen)) + "\n")


def settings_from(asked: argparse.Namespace) -> Settings:
    edition = asked.headings or headings.LATEST
    return Settings(
        small=asked.small,
        headings=headings.required_headings(edition),
        expect_all=bool(asked.headings),
        review=True if asked.review else None,
    )


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="goldenthread prove",
        description="Proof-check reports before they are signed: .docx, .html, .txt and .md.",
    )
    made.add_argument("files", nargs="+", metavar="FILE", help="documents to read")
    made.add_argument("--json", action="store_true", help="print a list of objects for a program")
    made.add_argument(
        "--all",
        dest="least",
        action="store_const",
        const=0.0,
        default=SHOWN_FROM,
        help="show the less certain ones too",
    )
    made.add_argument(
        "--small",
        type=positive,
        default=5,
        metavar="N",
        help="counts of people from 1 to N identify them (5)",
    )
    made.add_argument(
        "--headings",
        choices=sorted({h.edition for h in headings.every_heading()}),
        help="report every required heading of this edition that is missing, too",
    )
    made.add_argument(
        "--review",
        action="store_true",
        help="read it as a review report, which must not identify anyone",
    )
    return made


def positive(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 1000):
        raise argparse.ArgumentTypeError("give a whole number from 1 to 999")
    return int(text)
