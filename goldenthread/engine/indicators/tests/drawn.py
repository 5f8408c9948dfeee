"""A short way to count by hand from Annex A, and from the dataset: one child unless rows say."""

from datetime import date
from typing import Any

import polars as pl

from goldenthread.engine.indicators.collection import ANNEX_A, DATASET, Collection
from goldenthread.engine.indicators.extracts.extract import Extract
from goldenthread.engine.indicators.extracts.visits_due import TEN_WORKING_DAYS, Standard
from goldenthread.engine.indicators.figures import Figure
from goldenthread.engine.indicators.tests.worked import day, of
from goldenthread.engine.returns.annex_a import lists
from goldenthread.engine.returns.shapes.shape import Shape
from goldenthread.engine.returns.ssd import dataset
from goldenthread.engine.returns.typed_tables import typed_table

Rows = list[dict[str, Any]]
DAY = day("31 Mar 2026")
SHAPES = {ANNEX_A: lists.shapes(), DATASET: dataset.shapes()}
# Enough of a row for it to be the one child's.
WHOSE = {
    "ssd_person": "pers_person_id",
    "ssd_disability": "disa_person_id",
    "ssd_cp_plans": "cppl_person_id",
    "ssd_cp_visits": "cppv_person_id",
    "ssd_missing": "miss_person_id",
    "ssd_cla_episodes": "clae_person_id",
    "ssd_cla_placement": "clap_person_id",
    "ssd_legal_status": "lega_person_id",
    "ssd_care_leavers": "clea_person_id",
    "ssd_permanence": "perm_person_id",
}


def extract_of(
    collection: Collection,
    given: dict[str, Rows],
    as_at: date = DAY,
    standard: Standard = TEN_WORKING_DAYS,
) -> dict[int, Extract]:
    """The tables given, and the rest empty, as drawn on a day, with the year to it."""
    tables = {
        shape.table: table_of(shape, given.get(shape.table, [])) for shape in SHAPES[collection]
    }
    first = date(as_at.year - (as_at.month < 4), 4, 1)
    extract = Extract(tables, frozenset(given), as_at, first, standard)
    return {extract.year: extract}


def table_of(shape: Shape, rows: Rows) -> pl.DataFrame:
    whose = WHOSE.get(shape.table, "Child Unique ID")
    named = [{whose: "c1", **row} for row in rows]
    frame = pl.DataFrame(named, infer_schema_length=None) if named else None
    return typed_table(shape.table, shape.columns, frame)


def figures(
    code: str,
    given: dict[str, Rows],
    *,
    collection: Collection = DATASET,
    as_at: date = DAY,
    standard: Standard = TEN_WORKING_DAYS,
) -> dict[tuple[str, str], Figure]:
    """Every figure of an indicator, by period and breakdown."""
    found = of(code, collection, extract_of(collection, given, as_at, standard))
    return {(each.period, each.breakdown): each for each in found}


def parts(code: str, given: dict[str, Rows], *, period: str = "", **asked: Any) -> tuple[Any, Any]:
    """Numerator and denominator: of the year, or where there is none, of the one period told."""
    found = figures(code, given, **asked)
    told = {label for label, _ in found}
    period = period or ("2025/26" if "2025/26" in told else min(told))
    one = found[period, "total"]
    return one.numerator, one.denominator
