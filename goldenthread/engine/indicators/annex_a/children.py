"""Who the children of the lists are."""

import ibis
from ibis import Table, _

from goldenthread.engine.indicators import people
from goldenthread.engine.indicators.extracts import answers
from goldenthread.engine.indicators.returns import Returns

LISTS = ("list_7", "list_8", "list_9", "list_10")
SAID = ("year", "child", "born", "sex", "ethnicity", "disabled")


def children(returns: Returns) -> Table:
    """One row for each child that any list names. Where lists differ, the earlier birth and the
    first code in the alphabet stand, and a disability that one of them tells."""
    first, *others = (getattr(returns, name).select(*SAID) for name in LISTS)
    told = first.union(*others).mutate(
        some=answers.yes(_.disabled).cast("int64"), none=answers.no(_.disabled).cast("int64")
    )
    joined = told.group_by("year", "child").agg(
        born=_.born.min(),
        sex=_.sex.min(),
        code=_.ethnicity.min(),
        some=_.some.max(),
        none=_.none.max(),
    )
    disability = people.disability(_.some > 0, _.none > 0)
    return people.described(joined, due=ibis.null("date"), disability=disability)
