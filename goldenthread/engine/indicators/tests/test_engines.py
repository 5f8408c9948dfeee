"""The same numbers on both engines, from returns in which every indicator has something to count.

The tests on Apache Spark run by `make test-spark`, and are skipped where Spark or Java is not.
"""

import os
import shutil
from importlib.util import find_spec

import pytest

from goldenthread.engine.indicators import collection as collections
from goldenthread.engine.indicators.collection import ANNEX_A, CIN, DATASET, LOOKED_AFTER
from goldenthread.engine.indicators.compiling import compiled
from goldenthread.engine.indicators.derived import counted_as
from goldenthread.engine.indicators.plan import written_down
from goldenthread.engine.indicators.records import published
from goldenthread.engine.indicators.running import DuckDB, Spark
from goldenthread.engine.indicators.tests import every_indicator

MAKERS = {
    CIN: every_indicator.censuses,
    LOOKED_AFTER: every_indicator.looked_after,
    DATASET: every_indicator.dataset,
    ANNEX_A: every_indicator.annex_a,
}
EACH = pytest.mark.parametrize("collection", MAKERS, ids=lambda each: each.folder)
LEAST = {CIN: 1000, LOOKED_AFTER: 1000, DATASET: 200, ANNEX_A: 50}
ORDER = ["code", "period", "breakdown"]
# Columns of pandas are not used, so its being newer than Spark knows does not matter.
ON_SPARK = [
    pytest.mark.spark,
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.skipif(
        not os.environ.get("SPARK_MUST_RUN")
        and not (find_spec("pyspark") and shutil.which("java")),
        reason="Apache Spark or Java is not installed: make test-spark",
    ),
]


@pytest.fixture(scope="module")
def returns(tmp_path_factory):
    folder = tmp_path_factory.mktemp("returns")
    return {collection: made(folder) for collection, made in MAKERS.items()}


def counts(collection, years, engine, plan):
    with engine:
        found = collections.counts(collection, years, collection.spans(years), engine, plan)
    return found.sort(ORDER)


@EACH
def test_every_indicator_has_something_to_count(collection, returns):
    found = counts(collection, returns[collection], DuckDB(), written_down(collection.folder))
    counted = set(found.filter(found["numerator"] > 0)["code"])
    computed = [each.code for each in collection.indicators()]
    assert computed
    assert [code for code in computed if not counted_as(code) <= counted] == []


def test_every_indicator_is_counted_from_some_collection():
    computed = {code for made in MAKERS for code in written_down(made.folder).codes}
    assert [code for code in published() if not counted_as(code) <= computed] == []
    numbers = {int(code.split("-")[0]) for code in published()}
    assert numbers == set(range(1, 47))


@EACH
def test_no_two_rows_say_the_same_figure_twice(collection, returns):
    found = counts(collection, returns[collection], DuckDB(), written_down(collection.folder))
    assert found.height
    assert not found.select(ORDER).is_duplicated().any()


@pytest.fixture(scope="module")
def session():
    with Spark() as spark:
        yield spark.session


class TestSpark:
    pytestmark = ON_SPARK

    @EACH
    def test_spark_counts_what_duckdb_counts(self, collection, returns, session):
        years = returns[collection]
        on_duckdb = counts(collection, years, DuckDB(), written_down(collection.folder))
        plan = compiled(collection, Spark.dialect)
        on_spark = counts(collection, years, Spark(session), plan)
        assert on_duckdb.height > LEAST[collection]
        assert on_spark.equals(on_duckdb)
