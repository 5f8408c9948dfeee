"""Which of the files given belong to which collection, and what cannot go together."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from goldenthread.engine.indicators.collection import (
    ANNEX_A,
    CIN,
    COLLECTIONS,
    DATASET,
    LOOKED_AFTER,
    Collection,
)
from goldenthread.engine.indicators.looked_after import places
from goldenthread.engine.indicators.looked_after.stacking import PLACES
from goldenthread.engine.returns.csv_files.heading import headed
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.sniffing import Kind, kind_of
from goldenthread.engine.returns.xml import root_of

Years = Mapping[int, Any]
# Each list of Annex A begins so; the columns of the dataset begin with four letters of their table's.
LISTED = "child unique id"
COLUMN_OF_DATASET = re.compile(r"[a-z0-9]{4}_[a-z]")
Files = Mapping[Collection, Sequence[Path]]
NO_YEAR_BEFORE = "Annex A and the Standard Safeguarding Dataset hold their own past"


def collection_of(path: Path) -> Collection:
    """What a file is, told by its kind and its headings. What is nothing else is taken for a table
    of children looked after."""
    kind = kind_of(path)
    if kind is Kind.WORKBOOK:
        return ANNEX_A
    if kind is Kind.XML:
        return CIN if root_of(path) == "Message" else LOOKED_AFTER
    headings = {heading.lower() for heading in headed(path).columns}
    if LISTED in headings:
        return ANNEX_A
    of_dataset = [heading for heading in headings if COLUMN_OF_DATASET.match(heading)]
    return DATASET if 2 * len(of_dataset) > len(headings) else LOOKED_AFTER


def by_collection(paths: Sequence[Path]) -> dict[Collection, list[Path]]:
    found: dict[Collection, list[Path]] = {collection: [] for collection in COLLECTIONS}
    for path in paths:
        found[collection_of(path)].append(path)
    return found


def insist_on_this_year(now: Files, before: Files) -> None:
    """Earlier files are those of returns whose own are given too; an extract holds its own past."""
    if before[LOOKED_AFTER] and not now[LOOKED_AFTER]:
        raise CannotRead(
            f"{before[LOOKED_AFTER][0].name}: it is no children in need return. Give this year's "
            "children looked after return with it, before --last-year"
        )
    for path in (*before[DATASET], *before[ANNEX_A]):
        raise CannotRead(
            f"{path.name}: {NO_YEAR_BEFORE}. Give one, drawn on one day, before --last-year"
        )


def with_places(returns: dict[Collection, Years], directory: Path | None) -> None:
    """Put the places of the return's postcodes beside its tables, where a directory was given."""
    if directory is None:
        return
    if LOOKED_AFTER not in returns:
        raise CannotRead(
            f"{directory.name}: postcodes are of use for a children looked after return, and none was "
            "given"
        )
    years = returns[LOOKED_AFTER]
    found = places.read(directory, places.wanted(years.values()))
    returns[LOOKED_AFTER] = {year: {**tables, PLACES: found} for year, tables in years.items()}
