"""The year before tells of the same council: it passes every rule, and what was open in it goes on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.indicators.opening import open_returns
from goldenthread.engine.returns.check.command import main as check
from goldenthread.engine.returns.cin.book import BOOK
from goldenthread.engine.returns.cin.census import Census, Year
from goldenthread.engine.returns.cin.checking import results
from goldenthread.engine.returns.cin.reading import read
from goldenthread.engine.returns.running import Outcome
from goldenthread.engine.returns.synthesis import census, cin_xml, year_before
from goldenthread.engine.returns.synthesis.command import main as synthesise
from goldenthread.engine.returns.synthesis.protection import EARLIER

YEAR, BEFORE = Year.ending(2026), Year.ending(2025)


@pytest.fixture(scope="module")
def returned(tmp_path_factory):
    """This year's return and last year's, of eight hundred children."""
    folder = tmp_path_factory.mktemp("two years")
    now, before = folder / "cin.xml", folder / "cin-2025.xml"
    assert synthesise(["cin", str(now), "--children", "800", "--last-year", str(before)]) == 0
    return now, before


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("returns") / "cin-2025.xml"


@settings(max_examples=15)
@given(seed=st.integers(0, 10**6), count=st.integers(1, 120))
def test_the_year_before_passes_every_rule(path, seed, count):
    path.write_text("".join(cin_xml.lines(year_before.children(count, seed, YEAR), BEFORE)))
    opened = Census(read(path).tables)
    assert opened.year == BEFORE
    found = {result.rule.code: result.outcome for result in results(opened)}
    assert set(found) == set(BOOK.published)
    assert {code for code, outcome in found.items() if outcome != Outcome.PASSED} == set()


def test_what_was_open_at_the_end_of_last_year_goes_on_in_this():
    then = {key for child in year_before.children(400, 3, YEAR) for key in open_in(child)}
    now = {key for child in census.children(400, 3, YEAR) for key in begun_before(child)}
    assert len(then) > 100
    assert then == now


def open_in(child):
    """The episodes and plans of a child that have no end, each by its dates."""
    for episode in child.episodes:
        if not (episode.closed or episode.details["ReferralNFA"]):
            yield from keys(child, episode, lambda _: True)


def begun_before(child):
    """The episodes and plans of a child that are older than the census year, each by its dates."""
    for episode in child.episodes:
        if episode.details["CINreferralDate"] < YEAR.start:
            yield from keys(child, episode, lambda began: began < YEAR.start)


def keys(child, episode, counts):
    one = (child.identifiers["LAchildID"], episode.details["CINreferralDate"])
    yield one
    for plan in episode.plans:
        if counts(plan["CINPlanStartDate"]):
            yield (*one, "need", plan["CINPlanStartDate"])
    for plan in episode.protection:
        if counts(plan["CPPstartDate"]):
            yield (*one, "protection", plan["CPPstartDate"])


def test_reviews_of_a_plan_follow_one_another_over_both_years():
    now = {
        (child.identifiers["LAchildID"], plan["CPPstartDate"]): plan[EARLIER]
        for child in census.children(400, 3, YEAR)
        for episode in child.episodes
        for plan in episode.protection
    }
    told = {
        (child.identifiers["LAchildID"], plan["CPPstartDate"]): plan["reviews"]
        for child in year_before.children(400, 3, YEAR)
        for episode in child.episodes
        for plan in episode.protection
        if not plan.get("CPPendDate") and plan["reviews"]
    }
    assert told
    for plan, reviews in told.items():
        assert reviews == [day for day in now[plan] if day >= BEFORE.start]


def test_this_years_return_is_the_same_whether_or_not_last_years_is_written(returned, tmp_path):
    alone = tmp_path / "cin.xml"
    synthesise(["cin", str(alone), "--children", "800"])
    assert alone.read_bytes() == returned[0].read_bytes()


def test_nobody_is_in_both_years_under_another_name():
    now = {child.identifiers["LAchildID"]: child for child in census.children(200, 3, YEAR)}
    both = [
        child
        for child in year_before.children(200, 3, YEAR)
        if child.identifiers["LAchildID"] in now
    ]
    assert both
    for child in both:
        assert child.identifiers == now[child.identifiers["LAchildID"]].identifiers


def test_about_a_fifth_of_referrals_follow_another_within_twelve_months(returned):
    now, before = returned
    figures = open_returns([now], [before]).figures()
    share = next(
        figure for figure in figures
        if (figure.code, str(figure.period), figure.breakdown) == ("2", "2025/26", "total")
    )  # fmt: skip
    assert 0.15 < share.numerator / share.denominator < 0.3


def test_this_years_return_passes_and_both_are_of_one_council(returned, capsys):
    now, before = returned
    assert check([str(now)]) == 0
    assert "<Year>2025</Year><ReferenceDate>2025-03-31</ReferenceDate>" in before.read_text()
    assert "<LEA>201</LEA>" in before.read_text()
    assert "<LEA>201</LEA>" in now.read_text()


def test_faults_are_planted_in_this_year_alone(tmp_path, capsys):
    now, before, clean = (tmp_path / name for name in ("now.xml", "before.xml", "clean.xml"))
    asked = ["--children", "20", "--last-year"]
    assert synthesise(["cin", str(now), "--faults", *asked, str(before)]) == 0
    assert "the return of the year before, without faults" in capsys.readouterr().out
    synthesise(["cin", str(tmp_path / "other.xml"), *asked, str(clean)])
    assert before.read_bytes() == clean.read_bytes()


def test_two_years_are_not_written_to_one_file(tmp_path, capsys):
    out = tmp_path / "cin.xml"
    assert synthesise(["cin", str(out), "--last-year", str(out)]) == 2
    assert "cannot be written to one place" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
