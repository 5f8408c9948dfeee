"""`goldenthread check FILE…`: exit 0 when there is no issue, 1 when there is, 2 when unreadable."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from goldenthread.engine.returns.check import issues, report
from goldenthread.engine.returns.cin.checking import results
from goldenthread.engine.returns.cin.opening import Opened, open_census
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.running import Outcome, Result
from goldenthread.engine.returns.sniffing import Kind, kind_of, root_of

CLEAN, ISSUES, UNREAD = 0, 1, 2


def main(argv: list[str]) -> int:
    """Check the return in the files named, print what was found, and return the exit status."""
    asked = parser().parse_args(argv)
    try:
        return check(asked)
    except CannotRead as refusal:
        print(refusal, file=sys.stderr)
    except OSError as error:
        print(f"{asked.issues}: it cannot be written ({error.strerror})", file=sys.stderr)
    return UNREAD


def check(asked: argparse.Namespace) -> int:
    path = one_return(asked.files)
    opened = open_census(path, asked.edition)
    found = list(with_progress(results(opened.census)))
    if asked.issues:
        issues.write_csv(issues.frames(found, opened.census.tables), asked.issues)
    print_out(asked, path.name, opened, found)
    return CLEAN if all(r.outcome in (Outcome.PASSED, Outcome.SKIPPED) for r in found) else ISSUES


def one_return(paths: list[Path]) -> Path:
    """The file of the one return to check; for now, a children in need census."""
    kinds = {path: kind_of(path) for path in paths}
    if len(paths) > 1:
        raise CannotRead("Give one children in need return at a time")
    path = paths[0]
    if kinds[path] != Kind.XML:
        raise CannotRead(
            f"{path.name}: a children in need return is XML, and this is a {kinds[path]}"
        )
    if root_of(path) != "Message":
        raise CannotRead(f"{path.name}: a children in need return begins with <Message>")
    return path


def print_out(asked: argparse.Namespace, name: str, opened: Opened, found: list[Result]) -> None:
    if asked.json:
        frames = issues.frames(found, opened.census.tables)
        print(report.as_json(name, found, opened.notes, frames))
    else:
        print(report.as_text(name, found, opened.notes))


def with_progress(results: Iterable[Result]) -> Iterator[Result]:
    """The results, with the rule being checked shown on a terminal."""
    shown = sys.stderr.isatty()
    for result in results:
        if shown:
            print(f"\r{result.rule.code:<8}", end="", file=sys.stderr, flush=True)
        yield result
    if shown:
        print("\r        \r", end="", file=sys.stderr, flush=True)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="goldenthread check",
        description="Check a statutory return by the rules that its collector checks it by.",
    )
    made.add_argument("files", nargs="+", type=Path, metavar="FILE", help="the return")
    made.add_argument(
        "--edition", metavar="YEAR", help="by the rules of this year, such as 2025/26"
    )
    made.add_argument("--last-year", nargs="+", type=Path, default=[], metavar="FILE")
    made.add_argument("--issues", type=Path, metavar="OUT.csv", help="write every issue to a file")
    made.add_argument("--json", action="store_true", help="print one object for a program")
    return made
