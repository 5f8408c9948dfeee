"""Who a child is, for breakdowns: age on a day, sex, ethnicity, disability."""

import ibis
from ibis import Table, _
from ibis.expr.types import DateColumn, IntegerColumn, StringColumn

from goldenthread.engine.indicators.breakdowns import NOT_KNOWN, UNBORN

ETHNIC_GROUPS = {
    "white": ("WBRI", "WIRI", "WIRT", "WOTH", "WROM"),
    "mixed": ("MWBC", "MWBA", "MWAS", "MOTH"),
    "Asian": ("AIND", "APKN", "ABAN", "AOTH", "CHNE"),
    "Black": ("BCRB", "BAFR", "BOTH"),
    "other": ("OOTH",),
}


def sex(code: StringColumn) -> StringColumn:
    return code.cases(("F", "female"), ("M", "male"), else_=NOT_KNOWN)


def ethnicity(code: StringColumn) -> StringColumn:
    """The main group of a code; refused and not yet obtained are not known."""
    groups = [(code.isin(codes), group) for group, codes in ETHNIC_GROUPS.items()]
    return ibis.cases(*groups, else_=NOT_KNOWN)


def years_old(born: DateColumn, day: DateColumn) -> IntegerColumn:
    """Whole years. A birthday of 29 February is kept on 1 March in other years."""
    so_far = day.month() * 100 + day.day()
    return day.year() - born.year() - (so_far < born.month() * 100 + born.day()).cast("int64")


def age_band(born: DateColumn, due: DateColumn, day: DateColumn) -> StringColumn:
    """The band of an age. A child not born by the day is unborn, whatever became known later."""
    years = years_old(born, day)
    return ibis.cases(
        (born.isnull() & due.notnull(), UNBORN),
        (born.isnull(), NOT_KNOWN),
        (born > day, UNBORN),
        (years < 1, "under 1"),
        (years < 5, "1 to 4"),
        (years < 10, "5 to 9"),
        (years < 16, "10 to 15"),
        else_="16 and over",
    )


def with_people(rows: Table, people: Table) -> Table:
    """Rows with `age` (on the row's `day`), `sex`, `ethnicity` and `disability` of their child."""
    joined = rows.left_join(people, ["year", "child"])
    joined = joined.select(*rows.columns, *(c for c in people.columns if c not in rows.columns))
    return joined.mutate(
        age=age_band(_.born, _.due, _.day),
        sex=_.sex.fill_null(NOT_KNOWN),
        ethnicity=_.ethnicity.fill_null(NOT_KNOWN),
        disability=_.disability.fill_null(NOT_KNOWN),
    )
