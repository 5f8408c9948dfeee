"""`goldenthread synthesise cin|903 --children N --seed S OUT`: exit 0, or 2 when it cannot be written."""

import argparse
import csv
import sys
from collections.abc import Iterable
from errno import EINVAL
from itertools import chain
from pathlib import Path

from goldenthread.engine.returns.cin.book import EDITION
from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.cin.opening import edition_ends
from goldenthread.engine.returns.synthesis import census, cin_xml, faults
from goldenthread.engine.returns.synthesis.census import Child
from goldenthread.engine.returns.synthesis.looked_after import files as looked_after
from goldenthread.engine.returns.synthesis.looked_after import life

WRITTEN, NOT_WRITTEN = 0, 2


def main(argv: list[str]) -> int:
    """Write an invented return, and the list of planted faults beside it."""
    asked = parser().parse_args(argv)
    try:
        said = WRITERS[asked.kind](asked)
    except faults.NoSuchFault as trouble:
        print(f"{asked.out}: {trouble}", file=sys.stderr)
        return NOT_WRITTEN
    except OSError as trouble:
        print(f"{asked.out}: it cannot be written ({trouble.strerror})", file=sys.stderr)
        return NOT_WRITTEN
    print(said)
    return WRITTEN


def write_looked_after(asked: argparse.Namespace) -> str:
    """A folder of CSV files, and one for the year before where it is asked for."""
    if asked.faults or asked.fault:
        raise faults.NoSuchFault("faults are planted in the children in need return alone")
    year = Year.ending(edition_ends(EDITION))
    before = Year.ending(year.start.year)
    lives = [life.lived(number, asked.seed, year) for number in range(asked.children)]
    looked_after.write(asked.out, lives, asked.seed, year)
    said = f"{asked.out}: {asked.children:,} invented children looked after, and care leavers, of {EDITION}"
    if asked.last_year:
        count = looked_after.write(asked.last_year, lives, asked.seed, before)
        said += (
            f"; {asked.last_year}: the {count:,} of them who were in the return of the year before"
        )
    return said


def write_in_need(asked: argparse.Namespace) -> str:
    """A census, and beside it the list of faults that were planted."""
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
    write_whole(asked.out, cin_xml.lines(everyone, year, year.start if "100" in whole else None))
    if not codes:
        return f"{asked.out}: {asked.children:,} invented children of {EDITION}"
    manifest = asked.out.with_name(asked.out.name + ".faults.csv")
    write_manifest(manifest, [*families, *((code, []) for code in whole)])
    return f"{asked.out}: {asked.children:,} invented children and {len(codes)} faults, listed in {manifest}"


def write_whole(to: Path, lines: Iterable[str]) -> None:
    """Write a file, whole or not at all: neither Ctrl-C nor a full disk leaves half of one."""
    if to.exists() and not to.is_file():
        raise OSError(EINVAL, "it is not a file", str(to))
    part = to.with_name(to.name + ".part")
    try:
        with part.open("w", encoding="utf-8") as stream:
            stream.writelines(lines)
        part.replace(to)
    finally:
        part.unlink(missing_ok=True)


WRITERS = {"cin": write_in_need, "903": write_looked_after}


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
        description="Write an invented children in need return that passes every rule, or one with "
        "known faults; or an invented children looked after return.",
    )
    made.add_argument(
        "kind", choices=sorted(WRITERS), help="which return: children in need, or looked after"
    )
    made.add_argument(
        "out", type=Path, metavar="OUT", help="the file to write (cin), or folder (903)"
    )
    made.add_argument(
        "--last-year",
        type=Path,
        metavar="FOLDER",
        help="903: write the year before, of the same children, to this folder",
    )
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
