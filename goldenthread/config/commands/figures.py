"""`goldenthread figures import FILE… --partnership SLUG`: bring figures in, all of the files or none."""

import argparse
import sys
from pathlib import Path

from goldenthread.config.commands import site

SHOWN = 50  # messages of one file; a file that is wrong in every row is told so once


def main(arguments: list[str]) -> int:
    """0 when the figures are in, 1 when something in a file stops it, 2 when it was not understood."""
    try:
        asked = parser().parse_args(arguments)
    except SystemExit as stopped:
        return int(stopped.code or 0)
    site.load()
    return import_files(asked)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="goldenthread figures", description=__doc__)
    ways = made.add_subparsers(required=True, metavar="import")
    bring = ways.add_parser("import", help="bring figures in from CSV, Excel or Word files")
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.add_argument("--partnership", required=True, metavar="SLUG")
    bring.add_argument("--period", default="", help="for a file that names no period")
    bring.add_argument("--source", default="", help="the document, for a file that names none")
    bring.add_argument("--preview", action="store_true", help="say what would happen, keep nothing")
    return made


def import_files(asked: argparse.Namespace) -> int:
    """Under the machine's keys, in one transaction: a refused file undoes those before it."""
    from goldenthread.foundations.people.gate import under
    from goldenthread.foundations.people.members import machine
    from goldenthread.foundations.people.models import Partnership

    partnership = Partnership.objects.filter(slug=asked.partnership).first()
    if partnership is None:
        sys.stderr.write(f"There is no partnership “{asked.partnership}”.\n")
        return 2
    asker = machine(partnership.pk, doing="figures import")
    try:
        with under(asker, reads_only=asked.preview):
            for path in asked.files:
                one_file(path, partnership, asked, asker)
    except Refused as refused:
        sys.stderr.write(f"{refused}\nNothing was kept.\n")
        return 1
    return 0


class Refused(Exception):
    """A file that cannot be taken in; the text says why, line by line."""


def one_file(path: Path, partnership, asked: argparse.Namespace, asker) -> None:
    from goldenthread.foundations.measures.importing import keeping

    content = content_of(path)
    plan = keeping.plan_file(content, path.name, partnership, period=asked.period)
    tell(plan.messages)
    if not plan.may_be_kept:
        raise Refused(f"{path}: {len(plan.errors)} errors stop it.")
    if asked.preview:
        sys.stdout.write(f"{path.name}: would be read as {plan.reading.title}.\n")
        return
    brought = keeping.keep_file(
        content, path.name, partnership, period=asked.period, source_title=asked.source, by=asker
    )
    sys.stdout.write(said_of(brought) + "\n")


def content_of(path: Path) -> bytes:
    """The file's bytes, unless it is over the limit: then it is not even opened."""
    from goldenthread.engine.intake.limits import USUAL, megabytes

    try:
        if path.stat().st_size > USUAL.file_bytes:
            raise Refused(f"{path} is larger than {megabytes(USUAL.file_bytes)}.")
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"{path} could not be opened: {error.strerror}.") from error


def tell(messages) -> None:
    for message in messages[:SHOWN]:
        sys.stderr.write(f"{message.severity}: {message}\n")
    if len(messages) > SHOWN:
        sys.stderr.write(f"… and {len(messages) - SHOWN} more messages\n")


def said_of(brought) -> str:
    if not brought.added and not brought.changed:
        return (
            f"{brought.file_name}: nothing new; all {brought.unchanged} figures were here already."
        )
    return (
        f"{brought.file_name}: {brought.added} figures added, {brought.changed} changed, "
        f"{brought.unchanged} here already."
    )
