"""Who the children of a census are."""

from ibis import Table, _

from goldenthread.engine.indicators import people
from goldenthread.engine.indicators.returns import Returns


def children(returns: Returns) -> Table:
    """One row for each child and year: `born`, `due`, `sex`, `ethnicity`, `disability`.

    A child given twice in a return is one child; where the two differ, the earlier birth and the
    first code in the alphabet stand.
    """
    named = returns.ChildIdentifiers.group_by("year", "child").agg(
        born=_.PersonBirthDate.min(), due=_.ExpectedPersonBirthDate.min(), sex=_.Sex.min()
    )
    origins = returns.ChildCharacteristics.group_by("year", "child").agg(code=_.Ethnicity.min())
    disabled = returns.Disabilities.group_by("year", "child").agg(
        some=_.count(where=_.Disability != "NONE"), told=_.count(where=_.Disability.notnull())
    )
    joined = named.left_join(origins, ["year", "child"]).select(*named.columns, "code")
    with_all = joined.left_join(disabled, ["year", "child"]).select(*joined.columns, "some", "told")
    disability = people.disability(_.some > 0, _.told > 0)
    return people.described(with_all, due=_.due, disability=disability)
