"""The children in need censuses of one council, by year, and what there is to say of each and of all."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import polars as pl

from goldenthread.engine.indicators.census_year import doubts, spoken, year_of
from goldenthread.engine.returns.cin.book import EDITION
from goldenthread.engine.returns.cin.census import CHILD, Census
from goldenthread.engine.returns.cin.opening import Opened, open_census
from goldenthread.engine.returns.flaws import TWICE
from goldenthread.engine.returns.refusals import CannotRead

# Children with an open case are in the next year's return too: in England about half of a return's.
FEWEST_IN_BOTH = 0.05


def by_year(paths: Sequence[Path], told: list[str]) -> dict[int, Census]:
    """Censuses by the year in which each ends; what there is to say of them is `told`."""
    censuses: dict[int, Census] = {}
    names: dict[int, str] = {}
    for path in paths:
        opened = open_census(path, EDITION)
        year = year_of(path.name, opened.census)
        if year in censuses:
            raise CannotRead(f"{path.name} and {names[year]} are both returns for {spoken(year)}")
        censuses[year], names[year] = opened.census, path.name
        told += doubts(path.name, opened.census)
        whose = f"{path.name}, {spoken(year)}: " if len(paths) > 1 else ""
        told += [f"{whose}{note}" for note in notes_of(opened)]
    told += of_other_children(censuses)
    return censuses


def notes_of(opened: Opened) -> Iterator[str]:
    """What a check of this return notes, and what it would list as issues that change figures."""
    yield from (*opened.first, *opened.notes)
    for flaw in opened.flaws:
        if flaw.rule.code == TWICE:
            table, fields = flaw.rule.module, ", ".join(flaw.rule.fields)
            rows = sum(each.len() for each in flaw.rows.values())
            yield f"{table}, {fields}: given more than once in {rows:,} row{'s' if rows > 1 else ''}: the last was taken"


def of_other_children(censuses: Mapping[int, Census]) -> Iterator[str]:
    """Two years that have next to no child in common: who came before cannot be told from them."""
    for before, year in pairwise(sorted(censuses)):
        earlier, now = children(censuses[before]), children(censuses[year])
        both = earlier.is_in(now.implode()).sum()
        alone = both < FEWEST_IN_BOTH * len(earlier)
        if year == before + 1 and len(now) and alone:
            which = "No child" if not both else f"Only {both:,} of {len(earlier):,} children"
            yield (
                f"{which} of the return of {spoken(before)} {'are' if both > 1 else 'is'} in that of "
                f"{spoken(year)}: are they of the same council, with the same {CHILD[0]} for the same "
                f"child? Unless they are, re-referrals of {spoken(year)}, and all else that "
                "looks back, are told too low"
            )


def children(census: Census) -> pl.Series:
    """The ids of its children, each once."""
    return census.tables["ChildIdentifiers"][CHILD[0]].drop_nulls().unique()


def one_authority(censuses: Mapping[int, Census]) -> str | None:
    """The code of the council whose returns these are. Raises CannotRead when there are two."""
    codes = {year: code for year, read in censuses.items() if (code := authority(read))}
    if len(set(codes.values())) > 1:
        told = ", ".join(f"{code} for {spoken(year)}" for year, code in sorted(codes.items()))
        raise CannotRead(f"These are returns of different councils: {told}")
    return next(iter(codes.values()), None)


def authority(read: Census) -> str | None:
    return next(iter(read.tables["Header"]["LEA"].drop_nulls().to_list()), None)
