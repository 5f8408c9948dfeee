"""`goldenthread report build`: draft a yearly report from the record, write its files, list its slips.

goldenthread report build --partnership kirklees --period 2014/15 --out reports/
"""

import argparse
import sys
from pathlib import Path

from goldenthread.config.commands import site


def main(arguments: list[str]) -> int:
    """0 when the files were written (whatever the proof found), 2 when they could not be."""
    parser = argparse.ArgumentParser(prog="goldenthread report", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="build")
    build = verbs.add_parser("build", help="draft a report and write it as HTML, PDF and Word")
    build.add_argument("--partnership", required=True, help="its short name, as in its address")
    build.add_argument("--period", required=True, help="the year it covers: 2014/15")
    build.add_argument("--title", default="Yearly report")
    build.add_argument(
        "--edition", default="", help="whose headings it answers: “WT 2026” (the newest)"
    )
    build.add_argument(
        "--out", type=Path, default=Path("."), help="the folder for the files (this one)"
    )
    asked = parser.parse_args(arguments)
    site.load()
    from goldenthread.capabilities.yearly_report import building

    try:
        built = building.build(
            asked.partnership, asked.period, title=asked.title, edition=asked.edition
        )
    except building.CannotBuild as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    return report(built, asked.out)


def report(built, folder: Path) -> int:
    from goldenthread.foundations.design.words import counted

    for path in built.write(folder):
        print(f"Wrote {path}")
    print(f"{built.covered} of {built.headings} required headings rest on evidence.")
    for found in built.slips:
        print(f"{found.place}: {found.slip.message} ({found.slip.certainty:.0%} sure)")
    print(f"The proof-checker found {counted(len(built.slips), 'thing')} to look at.")
    return 0
