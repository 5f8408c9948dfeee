"""The rule about the header, on headers that pass, fail and are not there."""

import polars as pl
import pytest

from goldenthread.engine.returns import run_rule


@pytest.mark.parametrize(
    ("header", "context", "fails"),
    [
        ({"Year": 2026, "ReferenceDate": "2026-03-31"}, {}, False),
        ({"Year": "2026", "ReferenceDate": "31/03/2026"}, {}, False),
        ({"Year": 2026, "ReferenceDate": "2026-03-30"}, {}, True),
        ({"Year": 2026, "ReferenceDate": "2026-04-01"}, {}, True),
        ({"Year": 2026, "ReferenceDate": "2025-03-31"}, {}, True),
        ({"Year": 2026, "ReferenceDate": None}, {}, True),
        ({"Year": 2025, "ReferenceDate": "2025-03-31"}, {}, False),
        ({"ReferenceDate": "2026-03-31"}, {}, False),
        ({"ReferenceDate": "2025-03-31"}, {}, True),
        ({"ReferenceDate": "2025-03-31"}, {"collection_year": 2025}, False),
        ({"ReferenceDate": "2025-03-31"}, {"reference_date": "2026-03-31"}, True),
        (None, {"reference_date": "2026-03-31"}, False),
        (None, {"reference_date": "2026-03-30"}, True),
        (None, {"reference_date": "2025-03-31", "collection_year": 2026}, True),
        (None, {}, True),
        (None, {"collection_year": 2026}, True),
        *(
            ({"Year": year, "ReferenceDate": "2026-03-31"}, {}, True)
            for year in (0, 1, 20260, 2**62)
        ),
    ],
)
def test_100_the_reference_date_is_the_last_day_of_march(header, context, fails):
    tables = {"Header": pl.DataFrame([header])} if header else {}
    found = run_rule("cin", "100", tables, context=context)
    assert found == ({("Header", 0)} if fails else set())
