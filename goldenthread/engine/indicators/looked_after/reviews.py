"""Reviews of children looked after, and the first that was missed: indicator 35."""

import ibis
from ibis import Table, _

from goldenthread.engine.indicators.returns import Returns, months_after

FIRST_WORKING_DAYS, SECOND, LATER = 20, 3, 6
CARE = ["year", "child", "since"]


def with_first_missed(here: Table, returns: Returns) -> Table:
    """Rows with `first_missed`: the earliest day, in the year of the return, on which a review was
    due that was not held by then; null when each was.

    The first is due within 20 working days of coming into care, the second within three months of
    it, each later one within six. Where the first was due before the earliest year whose reviews
    were given, one is taken to have been held on that year's eve, since it cannot be shown that
    none was.
    """
    timed = _with_due(_meetings(here, returns), returns)
    begins = ibis.date(_.year - 1, 4, 1)
    missed = timed.filter(_.due >= begins, _.next.isnull() | (_.next > _.due))
    firsts = missed.group_by(CARE).agg(first_missed=_.due.min())
    return here.left_join(firsts, CARE).select(*here.columns, "first_missed")


def _meetings(here: Table, returns: Returns) -> Table:
    """Each start in care and each review after it: `held`, and whether it is the start."""
    cared = here.select(*CARE, "known").distinct()
    with_eve = cared.join(returns.reviews_told, "year")
    counted = returns.with_worked(with_eve, begun="since", gone="eve")
    passed = (_.gone - _.begun >= FIRST_WORKING_DAYS).fill_null(True)
    placed = counted.mutate(before=~_.known | ((_.since <= _.eve) & passed))
    starts = placed.filter(~_.before).select(*CARE, held=_.since, nth_before=0)
    eves = placed.filter(_.before).select(*CARE, held=_.eve, nth_before=2)
    told = returns.Reviews.select(known_in=_.year, of=_.child, held=_.REVIEW).filter(
        _.held.notnull()
    )
    same = [cared.child == told.of, cared.year >= told.known_in, told.held > cared.since]
    reviews = cared.join(told, same).select(*CARE, "held", nth_before=9)
    every = starts.union(eves.select(*starts.columns)).union(reviews.select(*starts.columns))
    return every.group_by(*CARE, "held").agg(nth_before=_.nth_before.min())


def _with_due(meetings: Table, returns: Returns) -> Table:
    """With the day by which the `next` was due."""
    order = ibis.window(group_by=CARE, order_by="held")
    spaced = meetings.mutate(
        next=_.held.lead().over(order),
        nth=_.nth_before.first().over(ibis.window(group_by=CARE, order_by="held", rows=(None, 0)))
        + ibis.row_number().over(order),
    )
    timed = returns.with_worked(spaced, worked="held")
    limit = returns.working_days.group_by("worked").agg(by=_.day.min()).rename(reached="worked")
    joined = timed.left_join(limit, timed.worked + FIRST_WORKING_DAYS == limit.reached)
    return joined.select(*timed.columns, "by").mutate(
        due=ibis.cases(
            (_.nth == 0, _.by),
            (_.nth == 1, months_after(_.held, SECOND)),
            else_=months_after(_.held, LATER),
        )
    )
