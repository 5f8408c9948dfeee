"""What is told once a year: health and behaviour of children looked after (36 to 38), care leavers (41 to 44)."""

import ibis
from ibis import Table, _

from goldenthread.engine.indicators.family import EVERY, Counting, Family, Measure
from goldenthread.engine.indicators.people import years_old
from goldenthread.engine.indicators.returns import Returns

YES = "1"
LEFT_OUT = ("DIED", "RHOM")
ELSEWHERE = ("G1", "G2", "H1", "H2", "R1", "R2")
OCCUPIED = ("F1", "F2", "F4", "F5", "P1", "P2", "P4", "P5")


def told_in_march(table: Table) -> Table:
    """One row for each child, at 31 March of its return's year, with its age then."""
    first = ibis.window(group_by=["year", "child"], order_by="DOB")
    once = table.mutate(nth=ibis.row_number().over(first)).filter(_.nth == 0).drop("nth")
    return once.mutate(day=ibis.date(_.year, 3, 31)).mutate(old=years_old(_.DOB, _.day))


def health(returns: Returns) -> Table:
    """Children looked after for the twelve months to 31 March, as the return lists them."""
    found = told_in_march(returns.OC2)
    return found.mutate(
        assessed=_.HEALTH_ASSESSMENT == YES,
        dentist=_.TEETH_CHECK == YES,
        immunised=_.IMMUNISATIONS == YES,
        under_five=_.old < 5,
        ten_or_over=_.old >= 10,
        school_age=(_.old >= 5) & (_.old <= 16),
        misused=_.SUBSTANCE_MISUSE == YES,
    ).mutate(
        checked=_.under_five & (_.HEALTH_CHECK == YES),
        was_convicted=_.ten_or_over & (_.CONVICTED == YES),
        scored=_.school_age & _.SDQ_SCORE.notnull(),
    )


def scores(returns: Returns) -> Table:
    """Scores of those aged 5 to 16, with the score as the kind: what the average is found from."""
    found = health(returns).filter(_.scored)
    return found.select("year", "child", "day", kind=_.SDQ_SCORE.cast("string"))


def care_leavers(returns: Returns) -> Table:
    """Care leavers by age at 31 March; those who died or had returned home are left out."""
    found = told_in_march(returns.OC3).filter(~_.IN_TOUCH.isin(LEFT_OUT).fill_null(False))
    young, older, oldest = _.old.between(17, 18), _.old.between(19, 21), _.old.between(22, 25)
    housed = ~_.ACCOM.isin(ELSEWHERE).fill_null(False)
    suitable, busy = _.ACCOM.like("_1").fill_null(False), _.ACTIV.isin(OCCUPIED).fill_null(False)
    touch = (_.IN_TOUCH == "YES").fill_null(False)
    return found.mutate(
        young=young,
        older=older,
        oldest=oldest,
        young_in_touch=young & touch,
        older_in_touch=older & touch,
        oldest_in_touch=oldest & touch,
        young_housed=young & housed,
        older_housed=older & housed,
        young_suitable=young & housed & suitable,
        older_suitable=older & housed & suitable,
        young_busy=young & busy,
        older_busy=older & busy,
    )


FAMILIES = (
    Family(
        rows=health,
        counting=Counting.STOCK,
        measures={
            "36-assessment": Measure("assessed", of=EVERY),
            "36-dental": Measure("dentist", of=EVERY),
            "36-immunisations": Measure("immunised", of=EVERY),
            "36-development": Measure("checked", of="under_five"),
            "37-scored": Measure("scored", of="school_age"),
            "38-convicted": Measure("was_convicted", of="ten_or_over"),
            "38-substances": Measure("misused", of=EVERY),
        },
        needs=("OC2",),
    ),
    Family(
        rows=scores,
        counting=Counting.STOCK,
        measures={"37-scores": Measure(EVERY)},
        kinds="score",
        needs=("OC2",),
    ),
    Family(
        rows=care_leavers,
        counting=Counting.STOCK,
        measures={
            "41": Measure("older_in_touch", of="older"),
            "41-17-18": Measure("young_in_touch", of="young"),
            "42": Measure("older_suitable", of="older_housed"),
            "42-17-18": Measure("young_suitable", of="young_housed"),
            "43": Measure("older_busy", of="older"),
            "43-17-18": Measure("young_busy", of="young"),
            "44": Measure("oldest_in_touch", of="oldest"),
        },
        needs=("OC3",),
    ),
)
