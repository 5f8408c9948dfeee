"""Return interviews, pathway plans and adoption, child by child: 34 and 46, and the match of 39."""

from ibis import Table, _

from goldenthread.engine.indicators.extracts import answers
from goldenthread.engine.indicators.extracts.care import eligible, from_order_to_match, with_review
from goldenthread.engine.indicators.family import EVERY, Counting, Family, Measure
from goldenthread.engine.indicators.returns import Returns, months_after


def went_missing(returns: Returns) -> Table:
    """One row for each child looked after who went missing in the twelve months to the day."""
    kept = returns.list_8.filter(
        _.missing > 0,
        ~(_.legal_status.upper().re_search(r"\bV[34]\b")).fill_null(False),
    ).mutate(
        offered=answers.yes(_.offered).cast("int64"), accepted=answers.yes(_.accepted).cast("int64")
    )
    children = kept.group_by("year", "child").agg(
        offered=_.offered.max() == 1, accepted=_.accepted.max() == 1
    )
    return children.join(returns.drawn, "year")


def care_leavers(returns: Returns) -> Table:
    """One row for each care leaver who is to have a pathway plan, with its latest review."""
    return with_review(returns.list_9.filter(eligible(_.eligibility)), returns)


def adopted(returns: Returns) -> Table:
    """The days from placement order to match of each child adopted in the twelve months."""
    listed = returns.list_10.join(returns.drawn, "year")
    lately = listed.filter(_.adopted <= _.day, _.adopted > months_after(_.day, -12))
    return from_order_to_match(lately)


FAMILIES = (
    Family(
        rows=went_missing,
        counting=Counting.STOCK,
        measures={
            "34-offered-last": Measure("offered", of=EVERY),
            "34-accepted-last": Measure("accepted", of=EVERY),
        },
        needs=("List 8",),
    ),
    Family(
        rows=care_leavers,
        counting=Counting.STOCK,
        measures={"46": Measure("lately", of=EVERY)},
        needs=("List 9",),
    ),
    Family(
        rows=adopted,
        counting=Counting.STOCK,
        measures={"39-match-days": Measure(EVERY)},
        kinds="days",
        needs=("List 10",),
    ),
)
