"""`goldenthread synthesise cin|903 --children N --seed S OUT`: exit 0, or 2 when it cannot be written."""

import argparse
import csv
import sys
from collections.abc import Iterable
from io import StringIO
from itertools import chain
from pathlib import Path

from goldenthread.engine.returns.cin.book import EDITION
from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.cin.opening import edition_ends
from goldenthread.engine.returns.synthesis import census, cin_xml, faults, year_before
from goldenthread.engine.returns.synthesis.census import Child
from goldenthread.engine.returns.synthesis.looked_after import files as looked_after
from goldenthread.engine.returns.synthesis.looked_after import life
from goldenthread.engine.terminal import Parser, short, whole_number
from goldenthread.engine.whole_files import whole_files, why

WRITTEN, NOT_WRITTEN = 0, 2
# Bytes, within which the header of an invented return stands.
BEGINNING = 2000


def main(argv: list[str]) -> int:
    """Write an invented return, and the list of planted faults beside it."""
    asked = parser().parse_args(argv)
    try:
        said = WRITERS[asked.kind](asked)
    except (faults.NoSuchFault, CannotBeAsked) as trouble:
        print(f"{asked.out}: {trouble}", file=sys.stderr)
        return NOT_WRITTEN
    except OSError as trouble:
        place = trouble.filename or asked.out
        print(f"{short(str(place))}: it cannot be written ({why(trouble)})", file=sys.stderr)
        return NOT_WRITTEN
    print(said)
    return WRITTEN


class CannotBeAsked(ValueError):
    """The two things that were asked for cannot both be done."""


def write_looked_after(asked: argparse.Namespace) -> str:
    """A folder of CSV files, and one for the year before where it is asked for."""
    if asked.faults or asked.fault:
        raise CannotBeAsked("faults are planted in the children in need return alone")
    insist_on_two_places(asked)
    year = Year.ending(edition_ends(EDITION))
    folders = {asked.out: year}
    if asked.last_year:
        folders[asked.last_year] = Year.ending(year.start.year)
    lives = [life.lived(number, asked.seed, year) for number in range(asked.children)]
    counts = looked_after.write(folders, lives, asked.seed)
    said = f"{asked.out}: {asked.children:,} invented children looked after, and care leavers, of {EDITION}"
    if asked.last_year:
        said += f"; {asked.last_year}: the {counts[1]:,} of them who were in the return of the year before"
    return said


def insist_on_two_places(asked: argparse.Namespace) -> None:
    if asked.last_year and asked.last_year.resolve() == asked.out.resolve():
        raise CannotBeAsked("the two years cannot be written to one place. Name another for one")


def write_in_need(asked: argparse.Namespace) -> str:
    """A census; beside it the list of faults that were planted, and the year before, if asked for."""
    insist_on_two_places(asked)
    for place in filter(None, (asked.out, asked.last_year)):
        insist_on_nothing_real(place)
    year, codes = Year.ending(edition_ends(EDITION)), codes_in(asked)
    families = families_with(code for code in codes if code not in faults.OF_THE_WHOLE)
    whole = [code for code in codes if code in faults.OF_THE_WHOLE]
    everyone = with_faults(census.children(asked.children, asked.seed, year), families, whole)
    files: dict[Path, Iterable[str]] = {
        asked.out: cin_xml.lines(everyone, year, year.start if "100" in whole else None)
    }
    said = f"{asked.out}: {asked.children:,} invented children of {EDITION}"
    if codes:
        manifest = asked.out.with_name(asked.out.name + ".faults.csv")
        files[manifest] = manifest_lines([*families, *((code, []) for code in whole)])
        said = f"{asked.out}: {asked.children:,} invented children and {len(codes)} faults, listed in {manifest}"
    if asked.last_year:
        files[asked.last_year] = lines_of_the_year_before(asked, year)
        said += f"; {asked.last_year}: the return of the year before, without faults"
    write_together(files)
    return said


def write_together(files: dict[Path, Iterable[str]]) -> None:
    """All files, or none of them."""
    with whole_files(list(files)) as parts:
        for part, lines in zip(parts, files.values(), strict=True):
            write_lines(part, lines)


def with_faults(
    clean: Iterable[Child], families: list[tuple[str, list[Child]]], whole: list[str]
) -> Iterable[Child]:
    everyone: Iterable[Child] = chain(clean, *(family for _, family in families))
    for code in whole:
        everyone = faults.whole_return(code, everyone)
    return everyone


def families_with(codes: Iterable[str]) -> list[tuple[str, list[Child]]]:
    return [(code, faults.planted(code, 10**7 + 10 * n)) for n, code in enumerate(codes)]


def lines_of_the_year_before(asked: argparse.Namespace, year: Year) -> Iterable[str]:
    """No fault is planted in it."""
    children = year_before.children(asked.children, asked.seed, year)
    return cin_xml.lines(children, Year.ending(year.start.year))


def insist_on_nothing_real(out: Path) -> None:
    """Raises CannotBeAsked where a file is there that is not an invented return: it may be a real one."""
    if not out.is_file():
        return
    with out.open("rb") as stream:
        start = stream.read(BEGINNING)
    if start and cin_xml.INVENTED.encode() not in start:
        raise CannotBeAsked(
            f"{out.name} is there already and is no invented return. Name another file"
        )


def write_lines(to: Path, lines: Iterable[str]) -> None:
    with to.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(lines)


WRITERS = {"cin": write_in_need, "903": write_looked_after}


def codes_in(asked: argparse.Namespace) -> list[str]:
    every = faults.codes() if asked.faults else ()
    return list(dict.fromkeys([*every, *asked.fault]))


def manifest_lines(families: list[tuple[str, list[Child]]]) -> Iterable[str]:
    """Which fault was planted on which child; no child for a fault of the whole return."""
    written = StringIO()
    rows = csv.writer(written)
    rows.writerow(["rule_code", "child_id"])
    for code, family in families:
        rows.writerow([code, family[0].identifiers.get("LAchildID") or "" if family else ""])
    yield written.getvalue()


def parser() -> Parser:
    made = Parser(
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
        metavar="BEFORE",
        help="write the year before, of the same children, to this file (cin) or folder (903)",
    )
    made.add_argument(
        "--children",
        type=whole_number(1, 10**7),
        default=1000,
        metavar="N",
        help="how many (1000)",
    )
    made.add_argument(
        "--seed",
        type=whole_number(-(10**12), 10**12),
        default=1,
        metavar="S",
        help="which children (1)",
    )
    made.add_argument(
        "--faults", action="store_true", help="plant one fault for each rule about a child"
    )
    made.add_argument("--fault", nargs="+", default=[], metavar="CODE", help="plant these faults")
    return made
