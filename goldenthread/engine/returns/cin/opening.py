"""Open a children in need census from its file, and say what the rules cannot see."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from goldenthread.engine.returns.cin import csvs
from goldenthread.engine.returns.cin.book import EDITION
from goldenthread.engine.returns.cin.census import CHILD, Census
from goldenthread.engine.returns.cin.fields import Field, fields_of
from goldenthread.engine.returns.cin.reading import Reading, insist_on_a_child, read
from goldenthread.engine.returns.flaws import twice, unreadable
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.running import Result
from goldenthread.engine.returns.typed_tables import KINDS
from goldenthread.engine.returns.unreadable import lost
from goldenthread.engine.terminal import short


@dataclass(frozen=True)
class Opened:
    """A census ready to be checked, and notes on what in the file was left out or not readable.
    `first` is what many rules may fail for at once."""

    census: Census
    notes: tuple[str, ...]
    flaws: tuple[Result, ...] = ()
    first: tuple[str, ...] = ()


def open_census(path: Path, edition: str | None = None) -> Opened:
    """Read a census. `edition` such as `2025/26` says by which year's rules; without it, the
    return's own year must be one that there are rules for. Raises CannotRead."""
    return _opened(path.name, read(path), edition)


def open_csvs(
    paths: Sequence[Path], edition: str | None = None
) -> tuple[Opened, Mapping[str, str]]:
    """Read a census from the CSV files of its tables; and which file held which. Raises CannotRead."""
    written = csvs.read(paths)
    name = written.files.get("Header", "The files")
    insist_on_a_child(name, written.tables)
    opened = _opened(name, Reading(written.tables), edition)
    return replace(opened, notes=(*written.notes, *opened.notes)), written.files


def _opened(name: str, reading: Reading, edition: str | None) -> Opened:
    _insist_on_rules(name, reading.tables["Header"], edition)
    written = {table: _filled(frame) for table, frame in reading.tables.items()}
    census = Census(reading.tables, {"collection_year": edition_ends(edition or EDITION)})
    gone = _gone(written, census)
    notes = [*_left_out(reading), *_not_readable(gone), *_nameless(census), *_several_times(census)]
    flaws = (*_flaws(gone, reading.tables, census), *_twice(reading))
    return Opened(census, tuple(notes), flaws, tuple(_two_years(census.Header)))


def _two_years(header: pl.DataFrame) -> Iterator[str]:
    """Rules go by the reference date, so that a slip in it fails many of them."""
    year, day = header.select("Year", "ReferenceDate").row(0) if header.height else (None, None)
    if year and day and year != day.year:
        yield (
            f"The header gives the year {year} and the reference date {day:%d/%m/%Y}, which do not "
            "agree. Rules go by the reference date, and many may fail for this one cause: correct "
            "the header, then check again"
        )


def edition_ends(edition: str) -> int:
    """The year in which an edition's census ends: 2026 for `2025/26`."""
    return int(edition[:4]) + 1


def _insist_on_rules(name: str, header: pl.DataFrame, edition: str | None) -> None:
    if edition not in (None, EDITION):
        raise CannotRead(f"There are no rules for {short(edition)}. There are rules for: {EDITION}")
    collection = header["Collection"].drop_nulls().to_list()[:1]
    if collection and collection[0].upper() != "CIN":
        raise CannotRead(f"{name}: its header says it is not a children in need (CIN) return")
    years = header["Year"].drop_nulls().to_list()[:1]
    if edition is None and years != [str(edition_ends(EDITION))]:
        raise CannotRead(
            f"{name}: its header gives {_year(years)}, and the rules held are those of {EDITION}. "
            f"If you want to check it by those, add --edition {EDITION}"
        )


def _year(years: list[str]) -> str:
    if years and years[0].isdigit() and len(years[0]) == len("2026"):
        return f"the year that ends in {years[0]}"
    return "no year that can be read"


def _left_out(reading: Reading) -> Iterator[str]:
    for element, count in sorted(reading.unknown.items()):
        yield f"<{element}> is not part of the {EDITION} return: left out ({times(count)})"
    if reading.empty:
        yield f"<Child> with nothing in it: left out ({times(reading.empty)})"
    for element, count in sorted(reading.hollow.items()):
        yield f"<{element}> with nothing in it: left out ({times(count)})"


def times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"


def _filled(frame: pl.DataFrame) -> dict[str, int]:
    """How many rows hold a value, by column."""
    return {column.name: column.count() for column in frame}


def _gone(written: dict[str, dict[str, int]], census: Census) -> dict[Field, int]:
    """How many values are written but are no date, number or yes-or-no: the rules see none there."""
    found: dict[Field, int] = {}
    for table, filled in written.items():
        read = _filled(census.tables[table])
        for field in fields_of(table):
            if gone := filled[field.field] - read[field.field]:
                found[field] = gone
    return found


def _not_readable(gone: dict[Field, int]) -> Iterator[str]:
    for field, count in gone.items():
        values = "1 value" if count == 1 else f"{count:,} values"
        yield f"{field.table}, {field.field}: {values} cannot be read as a {KINDS[field.kind]}"


def _flaws(
    gone: dict[Field, int], written: dict[str, pl.DataFrame], census: Census
) -> Iterator[Result]:
    for field in gone:
        table = field.table
        rows = lost(table, field.field, written[table], census.tables[table])
        yield unreadable(table, field.field, KINDS[field.kind], rows)


def _twice(reading: Reading) -> Iterator[Result]:
    for (table, field), rows in reading.twice.items():
        yield twice(table, field, pl.Series(rows, dtype=pl.UInt32))


def _nameless(census: Census) -> Iterator[str]:
    """A row that names no child is compared with no other, and a rule that compares looks passed."""
    frames = (frame for frame in census.tables.values() if CHILD[0] in frame.columns)
    if nameless := sum(frame[CHILD[0]].null_count() for frame in frames):
        yield (
            f"{nameless:,} rows name no child, so that no rule compares them with other rows: give "
            f"each child its {CHILD[0]} (rule 8500), then check again"
        )


def _several_times(census: Census) -> Iterator[str]:
    """A census that was pasted twice would be counted twice, and its figures believed."""
    ids = census.identified("ChildIdentifiers")[CHILD[0]]
    several = ids.filter(ids.is_duplicated())
    if several.len():
        yield (
            f"{several.n_unique():,} ids stand on more than one child ({several.len():,} in all): "
            "indicators count what is written of them as often as it is written. Give each child "
            "once, with an id of its own (rule 8510), then check again"
        )
