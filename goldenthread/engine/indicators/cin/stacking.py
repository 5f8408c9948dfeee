"""Several years' censuses put one on another, and who their children are."""

from collections.abc import Mapping

import polars as pl
from ibis import Table, _

from goldenthread.engine.indicators import people
from goldenthread.engine.indicators.returns import Returns
from goldenthread.engine.returns.cin.census import Census
from goldenthread.engine.returns.rules import ROW


def stacked(censuses: Mapping[int, Census]) -> dict[str, pl.DataFrame]:
    """Each table of the census over all years, with `year`, in which the return ends."""
    names = next(iter(censuses.values())).tables
    return {
        name: pl.concat(_of_year(census.tables[name], year) for year, census in censuses.items())
        for name in names
        if name != "Header"
    }


def _of_year(frame: pl.DataFrame, year: int) -> pl.DataFrame:
    """The rows with their year, `LAchildID` as `child`; `#Table` says nothing here."""
    kept = frame.select(pl.exclude(f"^{ROW}.*$")).rename({"LAchildID": "child"})
    return kept.with_columns(year=pl.lit(year, pl.Int64))


def children(returns: Returns) -> Table:
    """One row for each child and year: `born`, `due`, `sex`, `ethnicity`, `disability`.

    A child given twice in a return is one child; where the two differ, the earlier birth and the
    first code in the alphabet stand.
    """
    named = returns.ChildIdentifiers.group_by("year", "child").agg(
        born=_.PersonBirthDate.min(), due=_.ExpectedPersonBirthDate.min(), sex=_.Sex.min()
    )
    origins = returns.ChildCharacteristics.group_by("year", "child").agg(code=_.Ethnicity.min())
    disabled = returns.Disabilities.group_by("year", "child").agg(
        some=_.count(where=_.Disability != "NONE"), told=_.count(where=_.Disability.notnull())
    )
    joined = named.left_join(origins, ["year", "child"]).select(*named.columns, "code")
    with_all = joined.left_join(disabled, ["year", "child"]).select(*joined.columns, "some", "told")
    return with_all.select(
        "year",
        "child",
        "born",
        "due",
        sex=people.sex(_.sex),
        ethnicity=people.ethnicity(_.code),
        disability=(_.some > 0).ifelse("yes", (_.told > 0).ifelse("no", people.NOT_KNOWN)),
    )
