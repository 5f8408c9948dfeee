"""`goldenthread synthesise cin --children N --seed S OUT`: exit 0, or 2 when it cannot be written."""

import argparse
import csv
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from goldenthread.engine.returns.cin.book import EDITION
from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.cin.opening import edition_ends
from goldenthread.engine.returns.synthesis import census, cin_xml, faults
from goldenthread.engine.returns.synthesis.census import Child

WRITTEN, NOT_WRITTEN = 0, 2


def main(argv: list[str]) -> int:
    """Write an invented return, and the list of planted faults beside it."""
    asked = parser().parse_args(argv)
    try:
        said = write(asked)
    except (faults.NoSuchFault, OSError) as trouble:
        print(f"{asked.out}: {trouble}", file=sys.stderr)
        return NOT_WRITTEN
    print(said)
    return WRITTEN


def write(asked: argparse.Namespace) -> str:
    year, codes = Year.ending(edition_ends(EDITION)), codes_in(asked)
    whole = [code for code in codes if code in faults.OF_THE_WHOLE]
    families = [
        (code, faults.planted(code, 10**7 + 10 * n))
        for n, code in enumerate(codes)
        if code not in whole
    ]
    clean = census.children(asked.children, asked.seed, year)
    everyone: Iterable[Child] = chain(clean, *(family for _, family in families))
    for code in whole:
        everyone = faults.whole_return(code, everyone)
    with asked.out.open("w", encoding="utf-8") as stream:
        stream.writelines(cin_xml.lines(everyone, year, year.start if "100" in whole else None))
    if not codes:
        return f"{asked.out}: {asked.children:,} invented children of {EDITION}"
    manifest = asked.out.with_name(asked.out.name + ".faults.csv")
    write_manifest(manifest, [*families, *((code, []) for code in whole)])
    return f"{asked.out}: {asked.children:,} invented children and {len(codes)} faults, listed in {manifest}"


def codes_in(asked: argparse.Namespace) -> list[str]:
    every = faults.codes() if asked.faults else ()
    return list(dict.fromkeys([*every, *asked.fault]))


def write_manifest(path: Path, families: list[tuple[str, list[Child]]]) -> None:
    """Which fault was planted on which child; no child for a fault of the whole return."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["rule_code", "child_id"])
        for code, family in families:
            rows.writerow([code, family[0].identifiers.get("LAchildID") or "" if family else ""])


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="goldenthread synthesise",
        description="Write an invented return that passes every rule, or one with known faults.",
    )
    made.add_argument("kind", choices=["cin"], metavar="cin", help="which return")
    made.add_argument("out", type=Path, metavar="OUT", help="the file to write")
    made.add_argument("--children", type=number, default=1000, metavar="N", help="how many (1000)")
    made.add_argument("--seed", type=int, default=1, metavar="S", help="which children (1)")
    made.add_argument(
        "--faults", action="store_true", help="plant one fault for each rule about a child"
    )
    made.add_argument("--fault", nargs="+", default=[], metavar="CODE", help="plant these faults")
    return made


def number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= 10**7):
        raise argparse.ArgumentTypeError("give a whole number from 1 to 10,000,000")
    return int(text)
