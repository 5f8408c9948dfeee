"""Open the returns that indicators are counted from, and say what cannot be counted from them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from goldenthread.engine.indicators import census, populations
from goldenthread.engine.indicators.figures import Figure
from goldenthread.engine.indicators.populations import Populations
from goldenthread.engine.indicators.records import Indicator, published
from goldenthread.engine.indicators.running import DuckDB
from goldenthread.engine.returns.cin.book import EDITION
from goldenthread.engine.returns.cin.census import Census, NoYear
from goldenthread.engine.returns.cin.opening import open_census
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.sniffing import Kind, kind_of, root_of

NOT_SUPPRESSED = "Small numbers are not withheld: for use inside the partnership, not to publish"


@dataclass(frozen=True)
class Opened:
    """Returns of one council by the year in which each ends, and the populations for rates."""

    censuses: dict[int, Census]
    populations: Populations

    def figures(self) -> list[Figure]:
        with DuckDB() as engine:
            return list(census.figures(self.censuses, self.populations, engine))

    def notes(self) -> list[str]:
        return [*self._lacking(), *not_computed(), f"Note: {NOT_SUPPRESSED}"]

    def _lacking(self) -> Iterator[str]:
        for year in sorted(self.censuses):
            if year - 1 not in self.censuses:
                codes = " and ".join(census.LOOKING_BACK_A_YEAR)
                yield f"Note: {codes} are left blank for {spoken(year)}: give the return of {spoken(year - 1)} with --last-year"
            estimate = self.populations.of(year)
            if estimate is None:
                yield f"Note: rates are left blank for {spoken(year)}: give the population of mid-{year - 1} with --populations"
            elif estimate.vintage:
                yield f"Note: rates of {spoken(year)} use the population of mid-{year - 1}, {estimate.vintage}"


def open_returns(paths: Sequence[Path], estimates: Path | None) -> Opened:
    """Read the returns in the files, one for each year, and the populations. Raises CannotRead."""
    censuses: dict[int, Census] = {}
    names: dict[int, str] = {}
    for path in paths:
        year, read = census_in(path)
        if year in censuses:
            raise CannotRead(f"{path.name} and {names[year]} are both returns for {spoken(year)}")
        censuses[year], names[year] = read, path.name
    authority = one_authority(censuses, names)
    read_populations = populations.read(estimates, authority) if estimates else Populations()
    return Opened(censuses, read_populations)


def census_in(path: Path) -> tuple[int, Census]:
    """The year in which a census ends, and the census."""
    if kind_of(path) != Kind.XML or root_of(path) != "Message":
        raise CannotRead(
            f"{path.name}: indicators are counted from children in need returns, whose XML begins "
            "with <Message>"
        )
    read = open_census(path, EDITION).census
    try:
        return read.year.end.year, read
    except NoYear:
        raise CannotRead(f"{path.name}: its header does not say which year it is for") from None


def one_authority(censuses: dict[int, Census], names: dict[int, str]) -> str | None:
    """The code of the council whose returns these are. Raises CannotRead when there are two."""
    codes = {names[year]: code for year, read in censuses.items() if (code := authority(read))}
    if len(set(codes.values())) > 1:
        told = ", ".join(f"{name} ({code})" for name, code in codes.items())
        raise CannotRead(f"These are returns of different councils: {told}")
    return next(iter(codes.values()), None)


def authority(read: Census) -> str | None:
    return next(iter(read.tables["Header"]["LEA"].drop_nulls().to_list()), None)


def spoken(year: int) -> str:
    return f"{year - 1}/{year % 100:02}"


def not_computed() -> Iterator[str]:
    """The indicators that no return given holds, with what each needs."""
    others = [each for each in published().values() if each.collection != census.COLLECTION]
    for indicator in others:
        yield f"Not computed: {indicator.code} {indicator.name}: needs {needed(indicator)}"


def needed(indicator: Indicator) -> str:
    return indicator.needs or f"the {indicator.collection}"
