"""Children looked after at a month's end, how settled they are, and where they live: 25 and 28 to 32, 40."""

import ibis
from ibis import Table, _
from ibis.expr.types import StringColumn

from goldenthread.engine.indicators.family import EVERY, Counting, Family, Measure
from goldenthread.engine.indicators.looked_after.reviews import with_first_missed
from goldenthread.engine.indicators.people import years_old
from goldenthread.engine.indicators.returns import Returns, months_after

CHILD = ["year", "child", "day"]
MANY = 3
PLACEMENTS = {
    "foster placement": ("U1", "U2", "U3", "U4", "U5", "U6"),
    "children's home": ("K1", "K2"),
    "supported accommodation": ("K3", "H5"),
    "parents": ("P1",),
    "placed for adoption": ("A3", "A4", "A5", "A6"),
}


def looked_after(returns: Returns) -> Table:
    """One row for each child at each month's end, with the episode it was then in."""
    episodes = returns.at_month_ends(returns.care, "DECOM", "DEC")
    latest = ibis.window(group_by=CHILD, order_by=[ibis.desc("DECOM"), "PLACE"])
    return episodes.mutate(nth=ibis.row_number().over(latest)).filter(_.nth == 0).drop("nth")


def moved(returns: Returns) -> Table:
    """The same, with how many placements there were."""
    here = looked_after(returns)
    here = with_number(here, returns, months=12, name="in_a_year")
    here = with_number(here, returns, months=24, name="in_two_years")
    return here.mutate(
        moved_often=_.in_a_year >= MANY, two_years=months_after(_.since, 24) <= _.day
    ).mutate(moved_often_in_two=_.two_years & (_.in_two_years >= MANY))


def settled(returns: Returns) -> Table:
    """The same, with how long each child has been where, of those whose age is known."""
    here, born = looked_after(returns), returns.people.select("year", "child", "born")
    with_age = here.left_join(born, ["year", "child"]).select(*here.columns, "born")
    return with_age.mutate(
        long_here=(years_old(_.born, _.day) < 16).fill_null(False)
        & (months_after(_.since, 30) <= _.day)
    ).mutate(same_placement=_.long_here & (months_after(_.placed, 24) <= _.day).fill_null(False))


def with_number(here: Table, returns: Returns, *, months: int, name: str) -> Table:
    """A column of how many placements a child was in, in the months up to the day."""
    places = returns.care.filter(~_.temporary).select(
        "year", "child", "placement", begun=_.DECOM, left=_.DEC
    )
    days = here.select(*CHILD).distinct()
    lived = days.join(places, ["year", "child"]).filter(
        _.begun <= _.day, _.left.isnull() | (_.left >= first_day(months))
    )
    counted = lived.group_by(CHILD).agg(**{name: _.placement.nunique()})
    return here.left_join(counted, CHILD).select(*here.columns, name)


def first_day(months: int) -> ibis.Deferred:
    """The first of so many months that end with `day`, the last of one."""
    return months_after(_.day + ibis.interval(days=1), -months)


def by_placement(returns: Returns) -> Table:
    return looked_after(returns).select("year", "child", "day", kind=placement(_.PLACE))


def placement(code: StringColumn) -> StringColumn:
    found = [(code.isin(codes), name) for name, codes in PLACEMENTS.items()]
    return ibis.cases(*found, else_="other")


def with_social_workers(returns: Returns) -> Table:
    """Whether a child had three or more social workers in twelve months, each counted once."""
    here = looked_after(returns)
    workers = returns.social_workers.select("year", "child", "SW_ID", "SW_DECOM", "SW_DEC")
    had = (
        here.select(*CHILD)
        .join(workers, ["year", "child"])
        .filter(_.SW_DECOM <= _.day, _.SW_DEC.isnull() | (_.SW_DEC >= first_day(12)))
    )
    counted = had.group_by(CHILD).agg(workers=_.SW_ID.nunique())
    joined = here.left_join(counted, CHILD).select(*here.columns, "workers")
    return joined.mutate(many_workers=(_.workers >= MANY).fill_null(False))


def reviewed(returns: Returns) -> Table:
    """Whether every review due was held in time, of those in care for 20 working days."""
    here = with_first_missed(looked_after(returns), returns)
    timed = returns.with_worked(here, began="since", now="day")
    return timed.mutate(reviewable=(_.now - _.began >= 20).fill_null(True)).mutate(
        reviewed=_.reviewable & (_.first_missed.isnull() | (_.first_missed >= _.day))
    )


FAMILIES = (
    Family(
        rows=moved,
        counting=Counting.STOCK,
        measures={
            "25": Measure(EVERY),
            "28": Measure("moved_often", of=EVERY),
            "29": Measure("moved_often_in_two", of="two_years"),
        },
        needs=("Episodes",),
    ),
    Family(
        rows=settled,
        counting=Counting.STOCK,
        measures={"30": Measure("same_placement", of="long_here")},
        needs=("Episodes", "Header"),
    ),
    Family(
        rows=by_placement,
        counting=Counting.STOCK,
        measures={"32": Measure(EVERY, of=EVERY)},
        kinds="placement",
        needs=("Episodes",),
    ),
    Family(
        rows=reviewed,
        counting=Counting.STOCK,
        measures={"35": Measure("reviewed", of="reviewable")},
        needs=("Episodes", "Reviews"),
    ),
    Family(
        rows=with_social_workers,
        counting=Counting.STOCK,
        measures={"40": Measure("many_workers", of=EVERY)},
        needs=("Episodes", "SWEpisodes"),
    ),
)
