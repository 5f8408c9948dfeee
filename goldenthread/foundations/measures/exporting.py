"""Every current figure as plain values, for a file."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from goldenthread.foundations.measures import queries
from goldenthread.kernel.periods import Kind, Period

AT_A_TIME = 1_000


class PlainFigure(NamedTuple):
    """One figure; a name is where the query finds it."""

    measure__name: str
    measure__code: str
    area__name: str
    period_start: date
    period_end: date
    period_kind: str
    standing: str
    breakdown: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    symbol: str
    source__title: str | None
    place: str
    vintage: int
    reason: str

    @property
    def period(self) -> str:
        return _label(self.period_start, self.period_end, self.period_kind)


@lru_cache(maxsize=1_000)
def _label(start: date, end: date, kind: str) -> str:
    return Period(start, end, Kind(kind)).label


def plain_figures(member) -> Iterator[PlainFigure]:
    """Every current figure, by measure, area and period; one query, a thousand in memory at a time."""
    rows = queries.current_observations(member).values_list(*PlainFigure._fields)
    ordered = rows.order_by("measure__code", "area__name", "period_end", "pk")
    return map(PlainFigure._make, ordered.iterator(chunk_size=AT_A_TIME))
