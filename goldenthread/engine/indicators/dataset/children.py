"""Who the people of the dataset are."""

from ibis import Table, _

from goldenthread.engine.indicators import people
from goldenthread.engine.indicators.returns import Returns


def children(returns: Returns) -> Table:
    """One row for each person: `born`, `due`, `sex`, `ethnicity`, `disability`."""
    named = returns.ssd_person.group_by("year", "child").agg(
        born=_.born.min(), due=_.due.min(), sex=_.sex.min(), code=_.ethnicity.min()
    )
    disabled = returns.ssd_disability.group_by("year", "child").agg(
        some=_.count(where=_.code.upper() != "NONE"), told=_.count(where=_.code.notnull())
    )
    joined = named.left_join(disabled, ["year", "child"])
    with_all = joined.select(*named.columns, "some", "told")
    disability = people.disability(_.some > 0, _.told > 0)
    return people.described(with_all, due=_.due, disability=disability)
