"""Each referral with the day on which it first came to each stage."""

from collections.abc import Mapping
from typing import Any

import polars as pl
from polars import col

# Column → what a reader calls the stage, in the order of a journey.
STAGES = {
    "referral": "Referral",
    "enquiry": "Section 47 enquiry",
    "conference": "Initial conference",
    "plan": "Child protection plan",
    "looked_after": "Looked after",
}
EPISODE = ["child", "referral"]
STARTED, SHORT_BREAKS = "S", ("V3", "V4")


def steps(
    censuses: Mapping[int, Any],
    looked_after: Mapping[int, Mapping[str, pl.DataFrame]] | None = None,
) -> pl.DataFrame:
    """One row for each referral made in the years of the censuses.

    Both are given by the year in which each return ends. Columns: `child`; the day of each of
    STAGES, null where it was not reached; `closed`; `again`, the day of the child's next referral
    after that. Being looked after is counted where it began between referral and closure.
    """
    episodes = _referrals(censuses)
    for stage, table, column in STEPS:
        episodes = _with_first(episodes, _dated(censuses, table, column), stage)
    starts = _starts(looked_after or {})
    return _with_next(_with_first(episodes, starts, "looked_after", by_child=True))


STEPS = (
    ("enquiry", "Section47", "S47ActualStartDate"),
    ("conference", "Section47", "DateOfInitialCPC"),
    ("transfer", "CINdetails", "DateOfInitialCPC"),
    ("plan", "ChildProtectionPlans", "CPPstartDate"),
)


def _referrals(censuses: Mapping[int, Any]) -> pl.DataFrame:
    """One row for each child and day of referral; of two returns, the later says when it closed."""
    years: list[pl.DataFrame] = [
        census.tables["CINdetails"]
        .select(
            child="LAchildID",
            referral="CINreferralDate",
            closed="CINclosureDate",
            year=pl.lit(year),
        )
        .drop_nulls(["child", "referral"])
        for year, census in sorted(censuses.items())
    ]
    first = pl.date(min(censuses) - 1, 4, 1)
    made = pl.concat(years).filter(col("referral") >= first).sort("year", maintain_order=True)
    return made.group_by(EPISODE, maintain_order=True).agg(col("closed").last())


def _dated(censuses: Mapping[int, Any], table: str, column: str) -> pl.DataFrame:
    """Each day in a column, with the referral of its episode."""
    keys = ["LAchildID", "CINdetailsID"]
    found: list[pl.DataFrame] = []
    for census in censuses.values():
        episodes = census.tables["CINdetails"].select(*keys, referral="CINreferralDate").unique()
        days = census.tables[table].select(*keys, on=column).drop_nulls()
        found.append(days.join(episodes, on=keys).select("referral", "on", child="LAchildID"))
    return pl.concat(found)


def _starts(looked_after: Mapping[int, Mapping[str, pl.DataFrame]]) -> pl.DataFrame:
    """Each day on which a child began to be looked after, short breaks left out."""
    empty = pl.DataFrame(schema={"child": pl.String, "on": pl.Date})
    begun = [
        tables["Episodes"]
        .filter(col("RNE") == STARTED, ~col("LS").is_in(SHORT_BREAKS).fill_null(False))
        .select(child="CHILD", on="DECOM")
        for tables in looked_after.values()
        if "Episodes" in tables
    ]
    return pl.concat([empty, *begun]).drop_nulls()


def _with_first(
    episodes: pl.DataFrame, days: pl.DataFrame, stage: str, *, by_child: bool = False
) -> pl.DataFrame:
    """A column for a stage: the first day on or after the referral, and before its end."""
    keys = EPISODE[:1] if by_child else EPISODE
    inside = (col("on") >= col("referral")) & (col("on") <= pl.coalesce("closed", "on"))
    first = episodes.join(days, on=keys).filter(inside).group_by(EPISODE).agg(col("on").min())
    found = episodes.join(first.rename({"on": stage}), on=EPISODE, how="left")
    if stage != "transfer":
        return found
    return found.with_columns(conference=pl.min_horizontal("conference", "transfer")).drop(stage)


def _with_next(episodes: pl.DataFrame) -> pl.DataFrame:
    """The next referral of the same child, where this one had been closed by then."""
    following = col("referral").shift(-1).over("child", order_by="referral")
    again = pl.when(following >= col("closed")).then(following)
    ordered = episodes.with_columns(again=again).sort(EPISODE)
    return ordered.select("child", *STAGES, "closed", "again")
