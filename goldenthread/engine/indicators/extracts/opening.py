"""Open Annex A workbooks and the tables of the dataset, and say of which day they are taken to be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from goldenthread.engine.indicators.annex_a import stacking as annex_a
from goldenthread.engine.indicators.collection import ANNEX_A, DATASET, Collection
from goldenthread.engine.indicators.dataset import stacking as dataset
from goldenthread.engine.indicators.extracts import drawn
from goldenthread.engine.indicators.extracts.asked import Asked
from goldenthread.engine.indicators.extracts.extract import Extract
from goldenthread.engine.indicators.spans import year_ending
from goldenthread.engine.returns.annex_a import lists
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.shapes.opening import Opened, opened
from goldenthread.engine.returns.shapes.sheets import sheets_of
from goldenthread.engine.returns.ssd import dataset as ssd
from goldenthread.kernel.periods import Period

# Six years, as the dataset is meant to hold.
MOST_YEARS_BEFORE = 5
APRIL = 4
HAPPENED: Mapping[Collection, Mapping[str, Sequence[str]]] = {
    ANNEX_A: annex_a.HAPPENED,
    DATASET: dataset.HAPPENED,
}


def extracted(
    collection: Collection, paths: Sequence[Path], asked: Asked
) -> tuple[dict[int, Extract], list[str]]:
    """An extract, by its year, and what is to be known of the reading. Raises CannotRead."""
    read = _read(collection, paths)
    day = asked.as_at or _day(read, HAPPENED[collection])
    if day is None:
        raise CannotRead(
            f"No date in {collection.name} says on which day it was drawn. Give that day with --as-at"
        )
    given = frozenset(read.places)
    extract = Extract(read.tables, given, day, _first(read, day), asked.standard)
    return {extract.year: extract}, [*read.notes, *_told(collection, extract, asked)]


def _read(collection: Collection, paths: Iterable[Path]) -> Opened:
    sheets = [sheet for path in paths for sheet in sheets_of(path)]
    if collection is ANNEX_A:
        return opened(sheets, lists.shapes(), lists.NAME)
    return opened(sheets, ssd.shapes(), ssd.NAME)


def _day(read: Opened, happened: Mapping[str, Sequence[str]]) -> date | None:
    latest = drawn.latest(read.tables, happened)
    return drawn.month_made_whole(latest) if latest else None


def _first(read: Opened, day: date) -> date:
    """The April from which each month can be told: that of the first whole year, or of this one."""
    begins = [
        drawn.earliest(read.tables, {table: columns})
        for table, columns in dataset.COUNTED_BY_MONTH.items()
        if table in read.tables
    ]
    earliest = min((begun for begun in begins if begun), default=day)
    whole_from = year_ending(earliest) + (earliest.month != APRIL)
    year = min(year_ending(day), max(whole_from, year_ending(day) - MOST_YEARS_BEFORE))
    return Period.financial_year(year - 1).start


def _told(collection: Collection, extract: Extract, asked: Asked) -> Iterator[str]:
    day = Period.day(extract.day).label
    if asked.as_at is None:
        yield (
            f"{collection.name} is taken to be {day}, from the latest of its dates: give the day on "
            "which it was drawn with --as-at if it was another"
        )
    visits = "List 7" if collection is ANNEX_A else "ssd_cp_visits"
    if visits in extract.given:
        yield (
            f"child protection visits of {collection.name} are in time by the standard of "
            f"{extract.standard.words}: give your own with --visits-every"
        )
