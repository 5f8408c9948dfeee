"""`goldenthread indicators FILE…`: exit 0, or 2 when a file could not be read."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from goldenthread.engine.returns.folders import files_in
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.terminal import Parser
from goldenthread.engine.whole_files import why

if TYPE_CHECKING:
    from goldenthread.engine.indicators.extracts.asked import Asked
    from goldenthread.engine.indicators.opening import Opened

COMPUTED, UNREAD = 0, 2
MORE = "Months, quarters and breakdowns: --csv FILE, or --json"
ABOUT = """Count the indicators of children's social care from statutory returns.

The figures are those of every year given, with its quarters, months and rolling twelve months, in
total and by age, sex, ethnicity and disability. Their codes are the numbers of the indicators,
such as 2 for re-referrals, with a word after it where one number has several readings:
2-children. Small numbers are NOT withheld: the figures are for use inside the partnership.
"""


def main(argv: list[str]) -> int:
    """Print the indicators of the returns in the files named, and return the exit status."""
    reader = parser()
    asked = reader.parse_args(argv)
    if not (asked.files or asked.list):
        reader.error("give the files of a return, or --list")
    try:
        print(listed(as_json=asked.json)) if asked.list else answer(asked)
    except CannotRead as refusal:
        print(refusal, file=sys.stderr)
        return UNREAD
    return COMPUTED


def answer(asked: argparse.Namespace) -> None:
    from goldenthread.engine.indicators import (  # slow to load: not for --help
        opening,
        report,
        table,
    )

    files, before = files_in(asked.files), files_in(asked.last_year)
    if asked.csv:
        table.insist_on_a_place(asked.csv, [*files, *before, asked.populations, asked.postcodes])
    opened = opening.open_returns(
        files, before, asked.populations, postcodes=asked.postcodes, asked=said(asked)
    )
    found = list(opened.figures())
    notes = opened.notes()
    if asked.journeys:
        notes = [*notes, journeys_written(opened, asked.journeys)]
    if asked.csv:
        notes = [*notes, table.write_csv(found, asked.csv)]
    if asked.json:
        print(report.as_json(found))
        print(*notes, sep="\n", file=sys.stderr)
    else:
        print(report.as_text(found, notes if asked.csv else [*notes, MORE]))


def listed(*, as_json: bool) -> str:
    """What each indicator counts."""
    from goldenthread.engine.indicators import listing

    return listing.as_json() if as_json else listing.as_text()


def said(asked: argparse.Namespace) -> "Asked":
    """What the analyst says of Annex A and the dataset. Raises CannotRead for what is no day."""
    from goldenthread.engine.indicators.extracts import visits_due
    from goldenthread.engine.indicators.extracts.asked import Asked

    try:
        day = date.fromisoformat(asked.as_at) if asked.as_at else None
    except ValueError:
        raise CannotRead(f"--as-at {asked.as_at}: write the day as 2026-03-31") from None
    try:
        standard = visits_due.standard_in(asked.visits_every)
    except ValueError as error:
        raise CannotRead(f"--visits-every: {error}") from None
    return Asked(day, standard)


def journeys_written(opened: "Opened", folder: Path) -> str:
    from goldenthread.engine.journeys import writing  # slow to load: only where it is asked for

    try:
        return writing.write(opened.returns, folder)
    except OSError as error:
        raise CannotRead(f"{folder}: it cannot be written ({why(error)})") from None


def parser() -> Parser:
    made = Parser(
        prog="goldenthread indicators",
        description=ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="this year's returns: children in need (XML), children looked after (CSV files, a folder, "
        "XML); and Annex A (a workbook) and tables of the Standard Safeguarding Dataset (CSV files)",
    )
    made.add_argument(
        "--last-year",
        nargs="+",
        type=Path,
        default=[],
        metavar="FILE",
        help="the returns of earlier years; re-referrals need that of the year before",
    )
    made.add_argument(
        "--populations",
        type=Path,
        metavar="FILE",
        help="a CSV with the columns year, population and vintage: children aged 0 to 17 in the "
        "middle of each year, for rates; and area, age or sex if it has them",
    )
    of_extracts(made)
    of_outputs(made)
    return made


def of_extracts(made: argparse.ArgumentParser) -> None:
    """What has to be said besides, for visits and for distances."""
    made.add_argument(
        "--as-at",
        metavar="DAY",
        help="the day on which Annex A or the dataset was drawn, as 2026-03-31; without it, the latest "
        "of its dates",
    )
    made.add_argument(
        "--visits-every",
        metavar="TIME",
        default="10 working days",
        help="the council's own standard for visits to children on child protection plans, such as "
        "“20 working days” or “6 weeks”; 10 working days without it",
    )
    made.add_argument(
        "--postcodes",
        type=Path,
        metavar="FILE",
        help="the postcode directory of the Office for National Statistics (ONSPD, a CSV), for "
        "distances from home",
    )


def of_outputs(made: argparse.ArgumentParser) -> None:
    """What else to write, and how to print."""
    made.add_argument(
        "--journeys",
        type=Path,
        metavar="FOLDER",
        help="write children's journeys from referral on to this folder: flows.csv, drift.csv, "
        "re_entry.csv and a picture, journey.svg",
    )
    as_objects = (
        "a list of objects with code, period, breakdown, numerator, denominator, value, unit"
    )
    made.add_argument("--json", action="store_true", help=f"print {as_objects}")
    made.add_argument(
        "--csv",
        type=Path,
        metavar="OUT.csv",
        help="write every figure, by month, quarter, year and breakdown, to this file",
    )
    made.add_argument(
        "--list",
        action="store_true",
        help="print what each indicator counts, from which source, and how sure that is; no file is read",
    )
