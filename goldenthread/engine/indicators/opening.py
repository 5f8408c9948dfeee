"""Open the returns that indicators are counted from, and say what cannot be counted from them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goldenthread.engine.indicators import censuses, files, lacking, populations
from goldenthread.engine.indicators import collection as collections
from goldenthread.engine.indicators.census_year import spoken
from goldenthread.engine.indicators.collection import (
    ANNEX_A,
    CIN,
    COLLECTIONS,
    DATASET,
    LOOKED_AFTER,
    Collection,
)
from goldenthread.engine.indicators.extracts.asked import Asked
from goldenthread.engine.indicators.figures import Figure
from goldenthread.engine.indicators.populations import Populations
from goldenthread.engine.indicators.running import DuckDB
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.sniffing import Kind, kind_of
from goldenthread.engine.returns.ssda903.opening import Opened as Returned
from goldenthread.engine.returns.ssda903.opening import open_return

NOT_SUPPRESSED = "Small numbers are not withheld: for use inside the partnership, not to publish"
NOTHING_ASKED = Asked()
Years = Mapping[int, Any]


@dataclass(frozen=True)
class Opened:
    """Returns of one council, by collection and the year in which each ends; populations for rates;
    and what the reading of the files had to tell."""

    returns: Mapping[Collection, Years]
    populations: Populations
    told: tuple[str, ...] = ()

    def figures(self) -> Iterator[Figure]:
        """Every figure. What two collections tell is told of the first alone."""
        told: set[str] = set()
        for collection, years in self.returns.items():
            with DuckDB() as engine:
                found = collections.figures(collection, years, self.populations, engine)
                yield from (figure for figure in found if figure.code not in told)
            told |= collection.codes(years)

    def notes(self) -> list[str]:
        """What was read and what was left out, in the order in which it matters."""
        return [
            *(f"Note: {note}" for note in self.told),
            *(f"Note: {note}" for note in lacking.blank(self.returns)),
            *(f"Note: {note}" for note in lacking.without_tables(self.returns)),
            *(f"Note: {note}" for note in lacking.of_rates(self.returns, self.populations)),
            *(f"Note: {note}" for note in lacking.told_twice(self.returns)),
            *lacking.not_computed(self.returns),
            f"Note: {NOT_SUPPRESSED}",
        ]


def open_returns(
    paths: Sequence[Path],
    last_year: Sequence[Path],
    estimates: Path | None = None,
    *,
    postcodes: Path | None = None,
    asked: Asked = NOTHING_ASKED,
) -> Opened:
    """Read the returns in the files, of one council, and the populations. Raises CannotRead.

    `postcodes` is a directory of where they are; `asked` what is said of Annex A and the dataset.
    """
    told: list[str] = []
    returns: dict[Collection, Years] = {}
    now, before = files.by_collection(paths), files.by_collection(last_year)
    if now[CIN] or before[CIN]:
        returns[CIN] = censuses.by_year([*now[CIN], *before[CIN]], told)
    files.insist_on_this_year(now, before)
    if now[LOOKED_AFTER]:
        returns[LOOKED_AFTER], notes = looked_after(now[LOOKED_AFTER], before[LOOKED_AFTER])
        told += notes
    files.with_places(returns, postcodes)
    for collection in (DATASET, ANNEX_A):
        if now[collection]:
            from goldenthread.engine.indicators.extracts import opening as extracts  # slow to load

            returns[collection], said = extracts.extracted(collection, now[collection], asked)
            told += said
    authority = censuses.one_authority(returns.get(CIN, {}))
    read = populations.read(estimates, authority) if estimates else Populations()
    return Opened(
        {each: returns[each] for each in COLLECTIONS if each in returns}, read, tuple(told)
    )


def looked_after(files: Sequence[Path], earlier: Sequence[Path]) -> tuple[Years, tuple[str, ...]]:
    """A children looked after return and those of earlier years, by year."""
    last_year, older = newest_apart(earlier)
    opened = open_return(files, last_year)
    if "Episodes" not in opened.files:
        raise CannotRead(
            "The children looked after return holds no Episodes, so nobody would be counted as looked "
            "after. Give its Episodes file too"
        )
    years = {year_said(opened): opened.given}
    if opened.last_year:
        years[year_said(opened) - 1] = opened.given_last_year
    told = list(opened.notes)
    for each in older:
        year = year_said(each)
        if year in years:
            raise CannotRead(f"Two children looked after returns are for {spoken(year)}. Give one")
        years[year] = each.given
        told += [f"{spoken(year)}: {note}" for note in each.notes]
    return years, tuple(told)


def newest_apart(earlier: Sequence[Path]) -> tuple[Sequence[Path], list[Returned]]:
    """The files of the newest of the earlier returns, and the others, opened. Those of one folder
    are one return, and each XML is one."""
    returns: dict[Path, list[Path]] = {}
    for path in earlier:
        returns.setdefault(path if kind_of(path) is Kind.XML else path.parent, []).append(path)
    if len(returns) <= 1:
        return earlier, []
    opened = [(open_return(paths), paths) for paths in returns.values()]
    newest, *older = sorted(opened, key=lambda each: year_said(each[0]), reverse=True)
    return newest[1], [each for each, _ in older]


def year_said(opened: Returned) -> int:
    if opened.year is None:
        raise CannotRead("No date in the children looked after return says which year it is for")
    return opened.year
