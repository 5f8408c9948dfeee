"""Rules about the several episodes of one child: one open at most, the last, and none overlaps."""

from datetime import timedelta

import polars as pl
from polars import DataFrame, col

from goldenthread.engine.returns.cin.book import rule
from goldenthread.engine.returns.cin.census import CHILD, Census
from goldenthread.engine.returns.cin.overlaps import overlapping

# A referral that leads to no further action needs no closure date, so it is never left open.
STILL_OPEN = col.CINclosureDate.is_null() & ~col.ReferralNFA


@rule("8815")
def several_open_at_once(census: Census) -> DataFrame:
    still_open = census.identified("CINdetails").filter(STILL_OPEN)
    return still_open.filter(pl.struct(CHILD).is_duplicated())


@rule("8816")
def open_but_not_the_latest(census: Census) -> DataFrame:
    """Of two that were referred on the same day, both are the latest. The latest takes part too."""
    latest = col.CINreferralDate.max().over(CHILD)
    episodes = census.identified("CINdetails").with_columns(latest=latest)
    overtaken = episodes.filter(STILL_OPEN, col.CINreferralDate < col.latest)
    overtakes = episodes.filter(col.CINreferralDate == col.latest)
    return pl.concat([overtaken, overtakes.join(overtaken, on=CHILD, how="semi")])


@rule("8820")
def overlap(census: Census) -> DataFrame:
    """One may be referred on the day that another is closed; an open one is open all of the
    reference date."""
    day_after_the_year = pl.lit(census.span.end + timedelta(days=1))
    ends = pl.coalesce(col.CINclosureDate, pl.when(STILL_OPEN).then(day_after_the_year))
    return overlapping(census.CINdetails, "CINreferralDate", ends, within=CHILD, touching=False)
