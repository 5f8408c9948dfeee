"""Open the returns that indicators are counted from, and say what cannot be counted from them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goldenthread.engine.indicators import collection as collections
from goldenthread.engine.indicators import populations
from goldenthread.engine.indicators.census_year import doubts, spoken, year_of
from goldenthread.engine.indicators.collection import CIN, COLLECTIONS, LOOKED_AFTER, Collection
from goldenthread.engine.indicators.figures import Figure
from goldenthread.engine.indicators.populations import Populations
from goldenthread.engine.indicators.records import published
from goldenthread.engine.indicators.running import DuckDB
from goldenthread.engine.indicators.spans import Spans
from goldenthread.engine.returns.cin.book import EDITION
from goldenthread.engine.returns.cin.census import Census
from goldenthread.engine.returns.cin.opening import open_census
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.sniffing import Kind, kind_of
from goldenthread.engine.returns.ssda903.opening import open_return
from goldenthread.engine.returns.xml import root_of

NOT_SUPPRESSED = "Small numbers are not withheld: for use inside the partnership, not to publish"
Years = Mapping[int, Any]


@dataclass(frozen=True)
class Opened:
    """Returns of one council, by collection and the year in which each ends; populations for rates;
    and what the reading of the files had to tell."""

    returns: Mapping[Collection, Years]
    populations: Populations
    told: tuple[str, ...] = ()

    def figures(self) -> Iterator[Figure]:
        for collection, years in self.returns.items():
            with DuckDB() as engine:
                yield from collections.figures(collection, years, self.populations, engine)

    def notes(self) -> list[str]:
        return [
            *(f"Note: {note}" for note in self.told),
            *(f"Note: {note}" for years in self.returns.items() for note in lacking(*years)),
            *(f"Note: {note}" for note in self._of_rates()),
            *self._not_computed(),
            f"Note: {NOT_SUPPRESSED}",
        ]

    def _of_rates(self) -> Iterator[str]:
        for year in sorted({year for years in self.returns.values() for year in years}):
            estimate = self.populations.of(year)
            if estimate is None:
                yield f"rates are left blank for {spoken(year)}: give the population of mid-{year - 1} with --populations"
            else:
                vintage = f", {estimate.vintage}" if estimate.vintage else ""
                yield f"rates of {spoken(year)} use the population of mid-{year - 1}{vintage}"

    def _not_computed(self) -> Iterator[str]:
        """The indicators that the returns given do not hold, with what each needs."""
        there = {collection.name for collection in self.returns}
        by_need: dict[str, list[str]] = {}
        for each in published().values():
            if each.needs or each.collection not in there:
                by_need.setdefault(each.needs or f"the {each.collection}", []).append(each.code)
        for need, codes in by_need.items():
            yield f"Not computed: {', '.join(codes)}: needs {need}"


def open_returns(
    paths: Sequence[Path], last_year: Sequence[Path], estimates: Path | None = None
) -> Opened:
    """Read the returns in the files, of one council, and the populations. Raises CannotRead."""
    told: list[str] = []
    returns: dict[Collection, Years] = {}
    now, before = censuses_in(paths), censuses_in(last_year)
    if now or before:
        returns[CIN] = by_year([*now, *before], told)
    files = [path for path in paths if path not in now]
    earlier = [path for path in last_year if path not in before]
    if earlier and not files:
        raise CannotRead(
            f"{earlier[0].name}: it is no children in need return. Give this year's children looked "
            "after return with it, before --last-year"
        )
    if files:
        returns[LOOKED_AFTER], notes = looked_after(files, earlier)
        told += notes
    authority = one_authority(returns.get(CIN, {}))
    read = populations.read(estimates, authority) if estimates else Populations()
    return Opened(
        {each: returns[each] for each in COLLECTIONS if each in returns}, read, tuple(told)
    )


def censuses_in(paths: Sequence[Path]) -> list[Path]:
    """Those of the files that are children in need censuses."""
    return [path for path in paths if kind_of(path) is Kind.XML and root_of(path) == "Message"]


def by_year(paths: Sequence[Path], told: list[str]) -> dict[int, Census]:
    """Censuses by the year in which each ends; what there is to say of their years is `told`."""
    censuses: dict[int, Census] = {}
    names: dict[int, str] = {}
    for path in paths:
        read = open_census(path, EDITION).census
        year = year_of(path.name, read)
        if year in censuses:
            raise CannotRead(f"{path.name} and {names[year]} are both returns for {spoken(year)}")
        censuses[year], names[year] = read, path.name
        told += doubts(path.name, read)
    return censuses


def looked_after(files: Sequence[Path], earlier: Sequence[Path]) -> tuple[Years, tuple[str, ...]]:
    """A children looked after return and that of the year before, by year."""
    opened = open_return(files, earlier)
    if "Episodes" not in opened.files:
        raise CannotRead(
            "The children looked after return holds no Episodes, so nobody would be counted as looked "
            "after. Give its Episodes file too"
        )
    if opened.year is None:
        raise CannotRead("No date in the children looked after return says which year it is for")
    years = {opened.year: opened.tables}
    if opened.last_year:
        years[opened.year - 1] = opened.last_year
    return years, opened.notes


def one_authority(censuses: Mapping[int, Census]) -> str | None:
    """The code of the council whose returns these are. Raises CannotRead when there are two."""
    codes = {year: code for year, read in censuses.items() if (code := authority(read))}
    if len(set(codes.values())) > 1:
        told = ", ".join(f"{code} for {spoken(year)}" for year, code in sorted(codes.items()))
        raise CannotRead(f"These are returns of different councils: {told}")
    return next(iter(codes.values()), None)


def authority(read: Census) -> str | None:
    return next(iter(read.tables["Header"]["LEA"].drop_nulls().to_list()), None)


def lacking(collection: Collection, years: Years) -> Iterator[str]:
    """What is left blank because the returns do not reach back far enough."""
    spans = Spans(years)
    for year in spans.years:
        blank = [
            each.code
            for each in collection.indicators()
            if not each.needs and spoken(year) not in collections.periods_told(each, spans)
        ]
        if blank:
            yield f"{', '.join(blank)} are left blank for {spoken(year)}: give the return of {spoken(year - 1)} with --last-year"
