"""How far from home children are placed, from the postcodes of home and placement: 31."""

from ibis import Table, _
from ibis.expr.types import StringColumn

from goldenthread.engine.indicators.family import EVERY, Counting, Family, Measure
from goldenthread.engine.indicators.looked_after.at_month_ends import looked_after
from goldenthread.engine.indicators.returns import Returns

# Told to one decimal of a mile of 1,609.3 metres, so over 20.0 is 20.05 and more: its square in metres.
OVER_TWENTY_MILES = 1_041_124_764


def placed(returns: Returns) -> Table:
    """Each child looked after at each month's end, whether `far` from home or at a distance that is
    `unknown`: without a postcode, or with one that the directory does not hold."""
    here = looked_after(returns)
    here = with_place(here, returns, "HOME_POST", "home")
    here = with_place(here, returns, "PL_POST", "there")
    east, north = _.there_east - _.home_east, _.there_north - _.home_north
    squared = here.mutate(squared=east * east + north * north)
    return squared.mutate(
        far=(_.squared >= OVER_TWENTY_MILES).fill_null(False), unknown=_.squared.isnull()
    )


def with_place(table: Table, returns: Returns, column: str, name: str) -> Table:
    """Columns `{name}_east` and `{name}_north`, of the postcode in a column."""
    places = returns.places.select(
        **{f"{name}_code": _.postcode, f"{name}_east": _.east, f"{name}_north": _.north}
    )
    joined = table.left_join(places, as_kept(table[column]) == places[f"{name}_code"])
    return joined.select(*table.columns, f"{name}_east", f"{name}_north")


def as_kept(postcode: StringColumn) -> StringColumn:
    """A postcode as the places have it: capitals, without spaces."""
    return postcode.upper().re_replace(r"\s", "")


FAMILIES = (
    Family(
        rows=placed,
        counting=Counting.STOCK,
        measures={"31": Measure("far", of=EVERY), "31-unknown": Measure("unknown", of=EVERY)},
        needs=("Episodes", "places"),
    ),
)
