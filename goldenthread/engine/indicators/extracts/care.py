"""What Annex A and the data set tell alike of children leaving care: 46, and the match of 39."""

from ibis import Table, _
from ibis.expr.types import BooleanColumn, StringColumn

from goldenthread.engine.indicators.returns import Returns, months_after

SIX_MONTHS = 6


def eligible(category: StringColumn) -> BooleanColumn:
    """Eligible, relevant or former relevant: who is to have a pathway plan. Qualifying is none."""
    said = category.upper()
    return (said.contains("RELEVANT") | said.contains("ELIGIBLE")).fill_null(False)


def with_review(entitled: Table, returns: Returns) -> Table:
    """One row for each child on the day of the extract, and whether its plan was reviewed `lately`.

    A review after that day is a slip of the pen, or only planned.
    """
    listed = entitled.join(returns.drawn, "year").mutate(
        told=(_.reviewed <= _.day).ifelse(_.reviewed, None)
    )
    children = listed.group_by("year", "child", "day").agg(last=_.told.max())
    return children.mutate(lately=(months_after(_.last, SIX_MONTHS) >= _.day).fill_null(False))


def from_order_to_match(adopted: Table) -> Table:
    """The days from placement order to match as the kind, one row for each child adopted on a `day`.

    Without either date, or matched before the order, a child is left out.
    """
    told = adopted.filter(_.ordered.notnull(), _.matched.notnull(), _.ordered <= _.matched)
    children = told.group_by("year", "child", "day").agg(
        ordered=_.ordered.max(), matched=_.matched.max()
    )
    days = children.mutate(days=_.matched.delta(_.ordered, unit="day"))
    return days.select("year", "child", "day", kind=_.days.cast("string"))
