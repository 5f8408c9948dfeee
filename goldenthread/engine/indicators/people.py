"""Who a child is, for breakdowns: age on a day, sex, ethnicity, disability.

Each is its place in `breakdowns.BREAKDOWNS`, since numbers are quicker to count by than words.
"""

import ibis
from ibis import Table, _
from ibis.expr.types import DateColumn, IntegerColumn, StringColumn

from goldenthread.engine.indicators.breakdowns import (
    AGES,
    BREAKDOWNS,
    DISABILITIES,
    ETHNIC_GROUPS,
    ETHNICITIES,
    NOT_KNOWN,
    SEXES,
    UNBORN,
)
from goldenthread.engine.indicators.returns import months_after

TOLD = ("sex", "ethnicity", "disability")
# The birthday on which each age band is left, and the band.
LEFT = {1: "under 1", 5: "1 to 4", 10: "5 to 9", 16: "10 to 15"}


def sex(code: StringColumn) -> IntegerColumn:
    place = SEXES.index
    return code.cases(("F", place("female")), ("M", place("male")), else_=place(NOT_KNOWN))


def ethnicity(code: StringColumn) -> IntegerColumn:
    """The main group of a code; refused and not yet obtained are not known."""
    place = ETHNICITIES.index
    groups = [(code.isin(codes), place(group)) for group, codes in ETHNIC_GROUPS.items()]
    return ibis.cases(*groups, else_=place(NOT_KNOWN))


def disability(some: ibis.Deferred, none: ibis.Deferred) -> ibis.Deferred:
    """Yes where some disability is told, no where none is."""
    place = DISABILITIES.index
    return ibis.cases((some, place("yes")), (none, place("no")), else_=place(NOT_KNOWN))


def years_old(born: DateColumn, day: DateColumn) -> IntegerColumn:
    """Whole years. A birthday of 29 February is kept on 1 March in other years."""
    so_far = day.month() * 100 + day.day()
    return day.year() - born.year() - (so_far < born.month() * 100 + born.day()).cast("int64")


def described(
    named: Table, *, due: ibis.Value | ibis.Deferred, disability: ibis.Value | ibis.Deferred
) -> Table:
    """One row for each child and year as every collection tells of it, with the birthdays. `named`
    has `year`, `child`, `born`, and `sex` and ethnicity (`code`) as they are written."""
    told = named.select(
        "year",
        "child",
        "born",
        due=due,
        sex=sex(_.sex),
        ethnicity=ethnicity(_.code),
        disability=disability,
    )
    return with_birthdays(told)


def with_birthdays(people: Table) -> Table:
    """People with the days on which they leave each age band: `turned_1`, `turned_5` and so on."""
    return people.mutate(**{f"turned_{years}": birthday(_.born, years) for years in LEFT})


def birthday(born: DateColumn, years: int) -> DateColumn:
    """The day on which a child is so many years old; of 29 February, 1 March in other years."""
    same = months_after(born, 12 * years)
    return (same.day() < born.day()).ifelse((same + ibis.interval(days=1)).cast("date"), same)


def age_band(rows: Table) -> IntegerColumn:
    """The band of each child's age on `day`. One not born by then is unborn, whatever became known
    later."""
    place = AGES.index
    return ibis.cases(
        (rows.born.isnull() & rows.due.notnull(), place(UNBORN)),
        (rows.born.isnull(), place(NOT_KNOWN)),
        (rows.born > rows.day, place(UNBORN)),
        *((rows.day < rows[f"turned_{years}"], place(band)) for years, band in LEFT.items()),
        else_=place("16 and over"),
    )


def with_people(rows: Table, people: Table) -> Table:
    """Rows with `age` (on the row's `day`), `sex`, `ethnicity` and `disability` of their child."""
    joined = rows.left_join(people, ["year", "child"])
    joined = joined.select(*rows.columns, *(c for c in people.columns if c not in rows.columns))
    told = {name: _[name].fill_null(BREAKDOWNS[name].index(NOT_KNOWN)) for name in TOLD}
    return joined.mutate(age=age_band(joined), **told)
