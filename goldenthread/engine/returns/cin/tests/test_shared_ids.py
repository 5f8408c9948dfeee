"""One id on very many rows: answered while the pairs fit in memory, then refused in words."""

from datetime import date

import polars as pl
import pytest

from goldenthread.engine.returns import run_rule
from goldenthread.engine.returns.cin.census import SharedIds


def all_of_one_child(many: int) -> dict[str, pl.DataFrame]:
    ids = {"LAchildID": ["A1"] * many, "CINdetailsID": ["1"] * many}
    started = pl.DataFrame(ids | {"AssessmentActualStartDate": [date(2025, 4, 2)] * many})
    referred = pl.DataFrame(ids | {"CINreferralDate": [date(2025, 4, 3)] * many})
    return {"Assessments": started, "CINdetails": referred}


def test_hundreds_of_rows_with_one_id_are_all_answered():
    assert len(run_rule("cin", "1103", all_of_one_child(400))) == 800


def test_thousands_of_rows_with_one_id_are_refused_rather_than_fill_the_memory():
    with pytest.raises(SharedIds, match="Give each child an id of its own"):
        run_rule("cin", "1103", all_of_one_child(6_000))
