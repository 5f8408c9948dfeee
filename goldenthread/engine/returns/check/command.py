"""`goldenthread check FILE…`: exit 0 when there is no issue, 1 when there is, 2 when unreadable."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from goldenthread.engine.returns.check import choosing, issues, report
from goldenthread.engine.returns.check.checked import Asked
from goldenthread.engine.returns.folders import files_in
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.running import Outcome, Result
from goldenthread.engine.terminal import Parser, short
from goldenthread.engine.whole_files import why

CLEAN, ISSUES, UNREAD = 0, 1, 2


def main(argv: list[str]) -> int:
    """Check the return in the files named, print what was found, and return the exit status."""
    asked = parser().parse_args(argv)
    try:
        return check(asked)
    except CannotRead as refusal:
        print(refusal, file=sys.stderr)
    except BrokenPipeError:
        raise
    except OSError as error:
        place = error.filename or asked.issues
        print(f"{short(str(place))}: it cannot be written ({why(error)})", file=sys.stderr)
    return UNREAD


def check(asked: argparse.Namespace) -> int:
    files, before = files_in(asked.files), files_in(asked.last_year)
    if asked.issues:
        issues.insist_on_a_place(asked.issues, [*files, *before])
    checked = choosing.checked(Asked(tuple(files), tuple(before), asked.edition))
    found = list(with_progress(checked.results))
    if asked.issues:
        issues.write_csv(issues.frames([*checked.flaws, *found], checked.tables), asked.issues)
    print(report.as_json(checked, found) if asked.json else report.as_text(checked, found))
    is_clean = all(r.outcome in (Outcome.PASSED, Outcome.SKIPPED) for r in found)
    return CLEAN if is_clean and not checked.flaws else ISSUES


def with_progress(results: Iterable[Result]) -> Iterator[Result]:
    """The results, with the rule being checked shown on a terminal."""
    shown = sys.stderr.isatty()
    for result in results:
        if shown:
            print(f"\r{result.rule.code:<8}", end="", file=sys.stderr, flush=True)
        yield result
    if shown:
        print("\r        \r", end="", file=sys.stderr, flush=True)


def parser() -> Parser:
    made = Parser(
        prog="goldenthread check",
        description="Check a statutory return by the rules that its collector checks it by: a "
        "children in need census (one XML, or its tables as CSV files), or a children looked after "
        "return (its CSV files, or one XML), of which this version reads every table and checks no rule.",
        epilog="Exit status: 0 no issue, 1 issues, 2 the files could not be read.",
    )
    made.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="the return; a folder stands for its files",
    )
    made.add_argument(
        "--edition", metavar="YEAR", help="by the rules and codes of this year, such as 2025/26"
    )
    made.add_argument(
        "--last-year",
        nargs="+",
        type=Path,
        default=[],
        metavar="FILE",
        help="the same council's return of the year before (children looked after)",
    )
    made.add_argument("--issues", type=Path, metavar="OUT.csv", help="write every issue to a file")
    made.add_argument("--json", action="store_true", help="print one object for a program")
    return made
