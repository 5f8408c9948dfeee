"""Coming into care, leaving it, and going missing from it: 26, 27, 33, 39 and 45."""

import ibis
from ibis import Table, _

from goldenthread.engine.indicators.family import EVERY, Counting, Family, Measure
from goldenthread.engine.indicators.looked_after.care import (
    SHORT_BREAKS,
    STARTED,
    STILL_LOOKED_AFTER,
)
from goldenthread.engine.indicators.returns import Returns, months_after

STAYED = "E17"
ADOPTED, GUARDIANSHIP, ARRANGEMENTS = ("E11", "E12"), ("E45", "E46", "E47", "E48"), ("E41",)
FOSTERED = ("U1", "U2", "U3", "U4", "U5", "U6")
MISSING = "M"


def episodes(returns: Returns) -> Table:
    """The episodes of each year's own return, short breaks left out."""
    return returns.Episodes.filter(~_.LS.isin(SHORT_BREAKS).fill_null(False))


def started(returns: Returns) -> Table:
    return returns.in_year(episodes(returns), "DECOM").filter(_.RNE == STARTED)


def ceased(returns: Returns) -> Table:
    """Each end of a time in care, with what it ended in."""
    ended = returns.in_year(episodes(returns), "DEC").filter(
        _.REC.notnull(), _.REC != STILL_LOOKED_AFTER
    )
    born = returns.people.select("year", "child", "born")
    with_age = ended.left_join(born, ["year", "child"]).select(*ended.columns, "born")
    return with_age.mutate(
        adopted=_.REC.isin(ADOPTED),
        guardianship=_.REC.isin(GUARDIANSHIP),
        arrangements=_.REC.isin(ARRANGEMENTS),
        left_fostering=(_.PLACE.isin(FOSTERED) & (_.day == eighteenth(_.born))).fill_null(False),
    ).mutate(stayed=_.left_fostering & (_.REC == STAYED))


def eighteenth(born: ibis.Deferred) -> ibis.Deferred:
    """The eighteenth birthday; of those born on 29 February, on 28 February, as the returns have it."""
    return months_after(born, 12 * 18)


def missing(returns: Returns) -> Table:
    """Each time in care within its year, and each incident of going missing: `incident`."""
    there = times_in_care(returns).mutate(incident=False)
    gone = incidents(returns).select("year", "child", "day", until=_.day, incident=True)
    return there.union(gone)


def times_in_care(returns: Returns) -> Table:
    """Each episode from its first to its last day in the year of its return: `day` to `until`."""
    years = returns.moments.group_by("year").agg(last=_.day.max())
    kept = episodes(returns).join(years, "year").mutate(first=ibis.date(_.year - 1, 4, 1))
    return kept.filter(_.DECOM <= _.last, _.DEC.isnull() | (_.DEC >= _.first)).select(
        "year",
        "child",
        day=ibis.greatest(_.DECOM, _.first),
        until=ibis.least(_.DEC.fill_null(_.last), _.last),
    )


def incidents(returns: Returns) -> Table:
    """Each incident on the day it began, of children then looked after."""
    cared_for = times_in_care(returns)
    began = returns.in_year(returns.Missing, "MIS_START").filter(_.MISSING == MISSING)
    then = [
        began.year == cared_for.year,
        began.child == cared_for.child,
        began.day >= cared_for.day,
        began.day <= cared_for.until,
    ]
    return began.semi_join(cared_for, then)


FAMILIES = (
    Family(
        rows=started,
        counting=Counting.ONCE,
        measures={"26": Measure(EVERY)},
        needs=("Episodes",),
    ),
    Family(
        rows=ceased,
        counting=Counting.ONCE,
        measures={
            "27": Measure(EVERY),
            "39-adopted": Measure("adopted", of=EVERY),
            "39-guardianship": Measure("guardianship", of=EVERY),
            "39-arrangements": Measure("arrangements", of=EVERY),
        },
        latest=True,
        needs=("Episodes",),
    ),
    Family(
        rows=ceased,
        counting=Counting.EVENTS,
        measures={"45": Measure("stayed", of="left_fostering")},
        needs=("Episodes", "Header"),
    ),
    Family(
        rows=missing,
        counting=Counting.ONCE,
        measures={"33": Measure("incident", of=EVERY)},
        needs=("Episodes", "Missing"),
    ),
    Family(
        rows=incidents,
        counting=Counting.EVENTS,
        measures={"33-incidents": Measure(EVERY)},
        needs=("Episodes", "Missing"),
    ),
)
