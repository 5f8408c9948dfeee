"""The engines that count: DuckDB, on one machine; Apache Spark, for many councils' returns at once.

Both are given the same Ibis expressions, written in each one's SQL (`plan.py`), and the same tables.
"""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Protocol, Self

import duckdb
import polars as pl


class Engine(Protocol):
    """Where queries are run. `dialect` is the name that Ibis has for its SQL."""

    dialect: str

    def give(self, frames: Mapping[str, pl.DataFrame]) -> None:
        """Make these tables known by their names."""

    def keep(self, name: str, query: str) -> None:
        """Run a query once, and make its rows known by this name."""

    def run(self, query: str) -> pl.DataFrame:
        """The rows of a query."""


COUNTED = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")
COLUMNS = {"VARCHAR": pl.String, **dict.fromkeys(COUNTED, pl.Int64)}
"""What the columns of a query are in Polars, by their kind in DuckDB: kinds are named, all else is counted."""


class DuckDB:
    """One process, nothing on disk.

    Tables go in as Arrow streams and the few rows that are counted come out as Python has them, so
    that pyarrow, which takes longer to load than all of this to run, is not needed.
    """

    dialect = "duckdb"

    def __init__(self) -> None:
        self._connection = duckdb.connect()

    def give(self, frames: Mapping[str, pl.DataFrame]) -> None:
        for name, frame in frames.items():
            self._connection.register(f"{name}_given", frame.__arrow_c_stream__())
            self._connection.execute(f'CREATE TEMP TABLE "{name}" AS FROM "{name}_given"')
            self._connection.unregister(f"{name}_given")

    def keep(self, name: str, query: str) -> None:
        self._connection.execute(f'CREATE TEMP TABLE "{name}" AS {query}')

    def run(self, query: str) -> pl.DataFrame:
        found = self._connection.execute(query)
        named = {name: COLUMNS[str(kind)] for name, kind, *_ in found.description}
        columns = list(zip(*found.fetchall(), strict=True)) or [()] * len(named)
        return pl.DataFrame(dict(zip(named, columns, strict=True)), schema=named)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._connection.close()


class Spark:
    """Apache Spark, through the session given; without one, a local session of its own."""

    dialect = "pyspark"

    def __init__(self, session: Any = None) -> None:
        self._own = session is None
        self.session = session or _local_session()
        self._folder = TemporaryDirectory()

    def give(self, frames: Mapping[str, pl.DataFrame]) -> None:
        for name, frame in frames.items():
            path = Path(self._folder.name) / f"{name}.parquet"
            frame.write_parquet(path)
            self.session.read.parquet(str(path)).createOrReplaceTempView(name)

    def keep(self, name: str, query: str) -> None:
        frame = self.session.sql(query).cache()
        frame.createOrReplaceTempView(name)

    def run(self, query: str) -> pl.DataFrame:
        return pl.DataFrame(pl.from_arrow(self.session.sql(query).toArrow()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._own:
            self.session.stop()
        self._folder.cleanup()


def _local_session() -> Any:
    from pyspark.sql import SparkSession  # an optional extra, and slow to load

    settings = {
        "spark.sql.shuffle.partitions": "4",
        "spark.ui.enabled": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.driver.memory": "4g",
    }
    builder = SparkSession.builder.master("local[*]").appName("goldenthread")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()
