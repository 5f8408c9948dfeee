"""Write a collection's Ibis expressions in the SQL of an engine."""

from functools import cache
from importlib import import_module
from types import ModuleType

import ibis
from ibis import Table

from goldenthread.engine.indicators.collection import Collection
from goldenthread.engine.indicators.family import Family, cells
from goldenthread.engine.indicators.plan import Plan, Query
from goldenthread.engine.indicators.returns import Returns, schemas


@cache
def compiled(collection: Collection, dialect: str) -> Plan:
    """Every query of a collection. `dialect` is `duckdb` or `pyspark`."""
    families = families_of(collection)
    known = schemas(collection.empty_tables())
    kept = {}
    for name, made in families.KEPT.items():
        table = made(Returns(known))
        kept[name], known[name] = written(table, dialect), table.schema()
    returns = Returns(known)
    queries = (query(family, returns, dialect) for family in families.FAMILIES)
    return Plan(kept, tuple(queries))


def families_of(collection: Collection) -> ModuleType:
    return import_module(f"{__package__}.{collection.folder}.families")


def query(family: Family, returns: Returns, dialect: str) -> Query:
    measures = {code: measure.of is not None for code, measure in family.measures.items()}
    sql = written(cells(family, returns), dialect)
    return Query(family.counting.name, family.kinds, measures, sql, list(family.needs))


def written(table: Table, dialect: str) -> str:
    """An expression in the SQL of an engine."""
    return str(ibis.to_sql(table, dialect=dialect))
