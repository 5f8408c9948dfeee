"""Invented children looked after: every table tells the same story, this year and last."""

from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars import col

from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.ssda903.opening import Opened, open_return
from goldenthread.engine.returns.synthesis.looked_after import files, life, returned

NOW, BEFORE = Year.ending(2026), Year.ending(2025)
CHILDREN, SEED = 900, 7


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> Opened:
    folder = tmp_path_factory.mktemp("903")
    lives = [life.lived(number, SEED, NOW) for number in range(CHILDREN)]
    now, before = files.write({folder / "now": NOW, folder / "before": BEFORE}, lives, SEED)
    assert (now, before < CHILDREN) == (CHILDREN, True)
    return open_return(_in(folder / "now"), _in(folder / "before"))


def _in(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_it_is_read_back_without_a_note(opened):
    assert opened.notes == ()
    assert opened.year == 2026
    assert not any(name.startswith(".") for name in opened.files.values())


def test_every_table_has_children_and_every_child_is_in_the_header(opened):
    header = opened.tables["Header"]
    assert header["CHILD"].n_unique() == CHILDREN
    for name, table in opened.tables.items():
        if name != "DoLo":
            assert table.height, name
        keys = [key for key in ("CHILD", "DOB") if key in table.columns]
        assert table.join(header, on=keys, how="anti").is_empty(), name


def _in_order(episodes: pl.DataFrame) -> pl.DataFrame:
    return episodes.sort("CHILD", "DECOM").with_columns(
        before=col.REC.shift().over("CHILD"),
        ended=col.DEC.shift().over("CHILD"),
        first=col.DECOM.is_first_distinct().over("CHILD"),
    )


def test_each_episode_follows_the_one_before(opened):
    rows = _in_order(opened.tables["Episodes"])
    assert rows.filter(col.DEC < col.DECOM).is_empty()
    assert rows.filter(col.DEC.is_null() != col.REC.is_null()).is_empty()
    assert rows.filter((col.before == "X1") & (col.ended != col.DECOM)).is_empty()
    assert rows.filter((col.before == "X1") & (col.RNE == "S")).is_empty()
    assert rows.filter((col.before != "X1") & (col.RNE != "S")).is_empty()
    assert rows.filter((col.before != "X1") & (col.ended >= col.DECOM)).is_empty()
    last = rows.group_by("CHILD").last()
    assert last.filter(col.REC == "X1").is_empty()


def test_nothing_lies_outside_the_year(opened):
    start, end = NOW.start, NOW.end
    episodes = opened.tables["Episodes"]
    assert episodes.filter((col.DECOM > end) | (col.DEC > end) | (col.DEC < start)).is_empty()
    assert opened.tables["Reviews"].filter(~col.REVIEW.is_between(start, end)).is_empty()
    missing = opened.tables["Missing"]
    assert missing.filter((col.MIS_START > end) | (col.MIS_END < start)).is_empty()


def test_a_child_is_a_child_in_every_episode_and_at_home_only_under_a_care_order(opened):
    rows = opened.tables["Episodes"].join(opened.tables["Header"], on="CHILD")
    grown = col.DOB.dt.offset_by("18y")
    assert rows.filter(col.DECOM >= grown).is_empty()
    assert rows.filter(col.DEC > grown + timedelta(days=1)).is_empty()
    assert rows.filter(col.DEC.is_null() & (grown <= NOW.end)).is_empty()
    assert rows.filter((col.PLACE == "P1") & ~col.LS.is_in(["C1", "C2"])).is_empty()
    assert rows.filter((col.PLACE == "P1") != (col.PLACE_PROVIDER == "PR0")).is_empty()


def test_outcomes_are_of_those_looked_after_all_year_and_of_no_others(opened):
    care = opened.tables["Episodes"].filter(~col.LS.is_in(["V3", "V4"]))
    at_start = care.filter(col.DECOM <= NOW.start)["CHILD"].unique()
    broken = care.filter((col.RNE == "S") & (col.DECOM > NOW.start))["CHILD"]
    ended = care.filter(col.REC != "X1")["CHILD"]
    whole = set(at_start) - set(broken) - set(ended)
    assert set(opened.tables["OC2"]["CHILD"]) == whole


def test_short_breaks_have_no_review_no_postcode_and_no_outcomes(opened):
    breaks = opened.tables["Episodes"].filter(col.LS.is_in(["V3", "V4"]))
    assert breaks["LS"].n_unique() == 2
    assert breaks["HOME_POST"].null_count() == breaks.height
    for table in ("Reviews", "OC2", "SWEpisodes", "PrevPerm"):
        assert breaks.join(opened.tables[table], on="CHILD").is_empty(), table


def test_events_fall_within_a_period_of_care(opened):
    for table, day in (("Reviews", "REVIEW"), ("Missing", "MIS_START"), ("SWEpisodes", "SW_DECOM")):
        events = opened.tables[table].filter(pl.col(day) >= NOW.start)
        held = events.join(opened.tables["Episodes"], on="CHILD").filter(
            pl.col(day).is_between(col.DECOM, col.DEC.fill_null(date.max))
        )
        assert set(held[f"#{table}"]) == set(events[f"#{table}"]), table


def test_some_reviews_are_late_and_most_are_not(opened):
    rows = opened.tables["Episodes"].filter((col.RNE == "S") & (col.DECOM >= NOW.start))
    first = rows.join(opened.tables["Reviews"], on="CHILD").filter(col.REVIEW >= col.DECOM)
    days = first.group_by("CHILD").agg((col.REVIEW - col.DECOM).min().dt.total_days())["REVIEW"]
    assert 0 < (days > 28).sum() < days.len() / 2


def test_care_leavers_have_a_birthday_and_are_not_in_care_on_it(opened):
    leavers = opened.tables["OC3"].with_columns(
        birthday=pl.coalesce(
            pl.when(col.DOB.dt.offset_by(f"{age}y").is_between(NOW.start, NOW.end)).then(
                col.DOB.dt.offset_by(f"{age}y")
            )
            for age in range(17, 26)
        )
    )
    assert leavers["birthday"].null_count() == 0
    held = leavers.join(opened.tables["Episodes"], on="CHILD").filter(
        (col.DECOM < col.birthday)
        & (col.DEC.fill_null(date.max) > col.birthday + timedelta(days=1))
    )
    assert held.is_empty()


def test_the_adopted_left_care_by_adoption(opened):
    adopted = opened.tables["Episodes"].filter(col.REC.is_in(["E11", "E12"]))
    assert set(opened.tables["AD1"]["CHILD"]) == set(adopted["CHILD"])
    dates = opened.tables["AD1"].join(adopted, on="CHILD")
    assert dates.filter((col.DATE_INT >= col.DATE_MATCH) | (col.DATE_MATCH >= col.DEC)).is_empty()
    assert set(opened.tables["AD1"]["CHILD"]) <= set(opened.tables["PlacedAdoption"]["CHILD"])


def test_what_was_open_at_the_end_of_last_year_goes_on_in_this(opened):
    same = ["CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PL_POST"]
    still = opened.last_year["Episodes"].filter(col.DEC.is_null())
    assert still.height > CHILDREN / 4
    assert still.join(opened.tables["Episodes"], on=same, nulls_equal=True).height == still.height
    begun = opened.tables["Episodes"].filter(col.DECOM < NOW.start)
    assert begun.height == still.height


@settings(max_examples=40)
@given(number=st.integers(0, 10**6), seed=st.integers(0, 10**6))
def test_the_same_seed_gives_the_same_child_and_every_child_is_of_the_year(number, seed):
    first = list(returned.rows(life.lived(number, seed, NOW), seed, NOW))
    assert first == list(returned.rows(life.lived(number, seed, NOW), seed, NOW))
    assert [table for table, _ in first].count("Header") == 1
    assert {table for table, _ in first} & {"Episodes", "OC3"}
