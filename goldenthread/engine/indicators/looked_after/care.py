"""Children looked after, and their time in care put together from episodes."""

import ibis
from ibis import Table, _

from goldenthread.engine.indicators import people
from goldenthread.engine.indicators.breakdowns import DISABILITIES, NOT_KNOWN
from goldenthread.engine.indicators.returns import Returns, year_ending

SHORT_BREAKS = ("V3", "V4")
TEMPORARY = ("T0", "T1", "T2", "T3", "T4")
STARTED, MOVED = "S", ("S", "P", "B")
STILL_LOOKED_AFTER = "X1"


def children(returns: Returns) -> Table:
    """One row for each child and year; the return does not say who is disabled."""
    named = returns.Header.group_by("year", "child").agg(
        born=_.DOB.min(), sex=_.SEX.min(), code=_.ETHNIC.min()
    )
    not_told = ibis.literal(DISABILITIES.index(NOT_KNOWN))
    return people.described(named, due=ibis.null("date"), disability=not_told)


def with_history(returns: Returns, table: Table, ended: str) -> Table:
    """The rows of each year's return, and those of earlier returns that had ended before it.

    So each year sees what its own return says, and the past that it no longer holds.
    """
    years = returns.moments.select(at=_.year).distinct()
    closed = table.filter(year_ending(_[ended]) == _.year)
    before = years.join(closed, years.at > closed.year).mutate(year=_.at).drop("at")
    return table.union(before.select(*table.columns))


def care(returns: Returns) -> Table:
    """Every episode of care with `since`, when that time in care began, `placement`, the number
    of the placement in order, and `placed`, when that placement began.

    A change of legal status alone, or with the same carer, is no new placement; nor is the return
    to the same one after a temporary move. A temporary move is none (`temporary`): the child is
    still `placed` where it was before.
    """
    told = with_history(returns, returns.Episodes, "DEC")
    cared = _with_starts(told).mutate(temporary=_.PLACE.isin(TEMPORARY).fill_null(False))
    child = ibis.window(group_by=["year", "child"], order_by=["DECOM", "DEC"], rows=(None, 0))
    in_spells = cared.mutate(spell=_.first.sum().over(child))
    numbered = _numbered(in_spells)
    spell = ibis.window(group_by=["year", "child", "spell"])
    so_far = ibis.window(
        group_by=["year", "child", "spell"], order_by=["DECOM", "DEC"], rows=(None, 0)
    )
    return numbered.mutate(
        since=_.DECOM.min().over(spell),
        known=_.first.max().over(spell) == 1,
        placed=_.temporary.ifelse(ibis.null("date"), _.placed).max().over(so_far),
    )


def _with_starts(episodes: Table) -> Table:
    """The episodes that are no short breaks, and whether a time in care began with each (`first`, a
    number): with RNE S, after a short break, or after care had ended."""
    dated = episodes.filter(_.DECOM.notnull(), _.child.notnull()).mutate(
        short=_.LS.isin(SHORT_BREAKS).fill_null(False)
    )
    order = ibis.window(group_by=["year", "child"], order_by=["DECOM", "DEC"])
    seen = dated.mutate(
        after_short=_.short.lag().over(order),
        left=_.DEC.lag().over(order),
        reason=_.REC.lag().over(order),
    )
    apart = (_.DECOM > _.left) & (_.reason != STILL_LOOKED_AFTER)
    begins = (_.RNE == STARTED) | _.after_short | apart
    marked = seen.mutate(first=begins.fill_null(False).cast("int64")).filter(~_.short)
    return marked.select(*episodes.columns, "first")


def _numbered(episodes: Table) -> Table:
    """Placements in order, among episodes that are not temporary moves."""
    order = {"group_by": ["year", "child", "temporary"], "order_by": ["DECOM", "DEC"]}
    before = ibis.window(**order)
    seen = episodes.mutate(
        there=_.PLACE + "/" + _.PL_POST.fill_null("") + "/" + _.URN.fill_null(""),
    ).mutate(before=_.there.lag().over(before), left=_.DEC.lag().over(before))
    back = (_.there == _.before) & (_.DECOM > _.left) & (_.RNE != STARTED)
    moved = seen.mutate(
        moved=(_.RNE.isin(MOVED) & ~back.fill_null(False)).fill_null(False).cast("int64")
    )
    so_far = ibis.window(**order, rows=(None, 0))
    numbered = moved.mutate(placement=_.moved.sum().over(so_far))
    one = ibis.window(group_by=["year", "child", "temporary", "placement"])
    return numbered.mutate(placed=_.DECOM.min().over(one)).select(
        *episodes.columns, "placement", "placed"
    )


def social_workers(returns: Returns) -> Table:
    """Every spell with a social worker, those of earlier returns with them."""
    return with_history(returns, returns.SWEpisodes, "SW_DEC")
