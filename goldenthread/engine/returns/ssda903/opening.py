"""Open a children looked after return: typed tables, and notes on what is missing or not readable."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from goldenthread.engine.returns.csv_files.of_a_return import Written
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.running import Result
from goldenthread.engine.returns.sniffing import Kind, kind_of
from goldenthread.engine.returns.ssda903 import csvs, notes, xml_form
from goldenthread.engine.returns.ssda903.fields import fields_of, tables, tables_in
from goldenthread.engine.returns.ssda903.year import named, year_of, years_by_table
from goldenthread.engine.returns.typed_tables import typed_table

Tables = dict[str, pl.DataFrame]
NEWEST = 2026
NOTHING = Written({}, {})


@dataclass(frozen=True)
class Opened:
    """A return ready for use.

    `tables` are typed, one for each table of the return, empty where no file held it; `files` says
    which file each came from. `last_year` are last year's, or none. `year` is the one in which the
    return ends, None where no date tells. `given` and `given_last_year` are the tables that were given,
    if without a row.
    """

    tables: Tables
    files: Mapping[str, str]
    year: int | None
    last_year: Tables = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    flaws: tuple[Result, ...] = ()
    given: Tables = field(default_factory=dict)
    given_last_year: Tables = field(default_factory=dict)


def open_return(
    paths: Sequence[Path], last_year: Sequence[Path] = (), *, expected: int = NEWEST
) -> Opened:
    """Read one return from its CSV files or its XML, and last year's beside it. Raises CannotRead.

    expected: the year by whose codes to go where no date tells which year it is.
    """
    written = _read(paths)
    typed = _typed(written.tables)
    year = year_of(typed)
    _insist_on_one_return(typed)
    _insist_on_one_year(typed, written.files)
    earlier = _read(last_year) if last_year else NOTHING
    before = _typed(earlier.tables) if last_year else {}
    _insist_on_the_year_before(before, year)
    told = [
        *written.notes,
        *notes.of_one_return(written, typed, year or expected),
        *(f"Last year: {note}" for note in _of_last_year(earlier, before, year or expected)),
        *notes.of_year_and_council(typed, before, year),
    ]
    flaws = tuple(notes.flaws_of(written, typed, year or expected))
    return Opened(
        typed,
        written.files,
        year,
        before,
        tuple(told),
        flaws,
        given=_given(written, typed, year or expected),
        given_last_year=_given(earlier, before, (year or expected) - 1),
    )


def _given(written: Written, typed: Tables, year: int) -> Tables:
    """The tables of the CSV files; of an XML all those of its year, which it leaves out if empty."""
    names = tables_in(year) if written.whole else written.files
    return {name: typed[name] for name in names}


def _of_last_year(earlier: Written, before: Tables, year: int) -> Iterator[str]:
    yield from earlier.notes
    if before:
        yield from notes.of_one_return(earlier, before, year - 1)


def _read(paths: Sequence[Path]) -> Written:
    kinds = {path: kind_of(path) for path in paths}
    workbook = next((path for path in paths if kinds[path] is Kind.WORKBOOK), None)
    if workbook:
        raise CannotRead(
            f"{workbook.name}: a children looked after return is CSV files or one XML, and this is "
            "a workbook. Save each sheet as CSV UTF-8"
        )
    xml = [path for path in paths if kinds[path] is Kind.XML]
    if xml and len(paths) > 1:
        raise CannotRead(f"{xml[0].name}: give the XML alone, or the CSV files without it")
    return xml_form.read(xml[0]) if xml else csvs.read(paths)


def _typed(written: Mapping[str, pl.DataFrame]) -> Tables:
    return {name: typed_table(name, fields_of(name), written.get(name)) for name in tables()}


def _insist_on_one_return(typed: Tables) -> None:
    """Files of two councils, or of two years far apart, share no child."""
    if notes.have_no_child_in_common(typed["Header"], typed["Episodes"]):
        raise CannotRead(
            "Header and Episodes have no child in common: are their files from the same council and "
            "the same year? Give the files of one return"
        )


def _insist_on_one_year(typed: Tables, files: Mapping[str, str]) -> None:
    """Files of two years make no return, though most children are in both."""
    by_table = years_by_table(typed)
    if len(set(by_table.values())) > 1:
        told = (f"{files[table]} are those of {named(year)}" for table, year in by_table.items())
        raise CannotRead(f"Most dates in {', in '.join(told)}. Give the files of one year")


def _insist_on_the_year_before(before: Tables, year: int | None) -> None:
    earlier = year_of(before) if before else None
    if earlier and year and earlier != year - 1:
        raise CannotRead(
            f"The dates of last year's files are those of {named(earlier)}, and this year's are those "
            f"of {named(year)}. Give the files of {named(year - 1)} after --last-year"
        )
