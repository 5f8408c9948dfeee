"""Return interviews after each missing episode: 34."""

from ibis import Table, _

from goldenthread.engine.indicators.extracts import answers
from goldenthread.engine.indicators.family import EVERY, Counting, Family, Measure
from goldenthread.engine.indicators.returns import Returns


def returned(returns: Returns) -> Table:
    """Each missing episode on the day it ended. Away without authorisation, or absent, is none."""
    told = returns.ssd_missing.join(returns.drawn, "year").filter(
        _.ended <= _.day, ~_.kind_of.upper().startswith("A").fill_null(False)
    )
    return told.distinct().mutate(
        day=_.ended, offered=answers.yes(_.offered), accepted=answers.yes(_.accepted)
    )


FAMILIES = (
    Family(
        rows=returned,
        counting=Counting.EVENTS,
        measures={
            "34-offered": Measure("offered", of=EVERY),
            "34-accepted": Measure("accepted", of=EVERY),
        },
        needs=("ssd_missing",),
    ),
)
