"""The last visit to each child on a child protection plan: 23-last-visit and 24-last-visit."""

from ibis import Table, _

from goldenthread.engine.indicators.extracts import answers
from goldenthread.engine.indicators.family import Counting, Family, Measure
from goldenthread.engine.indicators.returns import Returns

NEEDS = ("List 7",)


def on_plans(returns: Returns) -> Table:
    """One row for each child on a plan on the day of the lists, with its last visit.

    `due`: whether there was a visit, or the first was to have been by then; `in_time`: whether the
    next is not overdue. A visit after the day of the lists is a slip, and none.
    """
    listed = returns.list_7.join(returns.drawn, "year").filter(
        _.began <= _.day, _.ended.isnull() | (_.ended > _.day)
    )
    done = listed.mutate(visited=(_.visited <= _.day).ifelse(_.visited, None))
    alone = answers.yes(_.alone).ifelse(_.visited, None)
    children = (
        done.mutate(alone_on=alone)
        .group_by("year", "child", "day")
        .agg(began=_.began.max(), alone_on=_.alone_on.max(), last=_.visited.max())
    )
    timed = children.mutate(since=_.last.coalesce(_.began))
    limits = returns.visits_due
    joined = timed.left_join(limits, timed.since == limits.visited)
    return joined.select(*timed.columns, "by").mutate(
        in_time=(_.last.notnull() & (_.by >= _.day)).fill_null(False),
        due=(_.last.notnull() | (_.by < _.day)).fill_null(True),
        visited=_.last.notnull(),
        alone=(_.alone_on == _.last).fill_null(False),
    )


FAMILIES = (
    Family(
        rows=on_plans,
        counting=Counting.STOCK,
        measures={
            "23-last-visit": Measure("in_time", of="due"),
            "24-last-visit": Measure("alone", of="visited"),
        },
        needs=NEEDS,
    ),
)
