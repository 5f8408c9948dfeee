"""The sorted search for overlaps finds what comparing each pair finds."""

from datetime import date, timedelta
from itertools import permutations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.returns.cin.overlaps import overlapping

FIRST = date(2025, 4, 1)
days = st.one_of(st.none(), st.integers(0, 6).map(lambda n: FIRST + timedelta(n)))
spells = st.lists(st.tuples(st.sampled_from(["a", "b", None]), days, days), max_size=8)


def by_pairs(rows, touching):
    found = set()
    for (one, (child, start, _)), (other, (same, begun, end)) in permutations(enumerate(rows), 2):
        if child is None or child != same or None in (start, begun, end):
            continue
        if begun <= start < end or (touching and begun <= start == end):
            found |= {one, other}
    return found


@pytest.mark.parametrize("touching", [True, False])
@given(rows=spells)
def test_what_overlaps_is_what_each_pair_says(rows, touching):
    schema = {"LAchildID": pl.String, "start": pl.Date, "end": pl.Date}
    frame = pl.DataFrame(rows, schema=schema, orient="row").with_row_index("row")
    found = overlapping(frame, "start", pl.col("end"), within=["LAchildID"], touching=touching)
    assert set(found["row"]) == by_pairs(rows, touching)
