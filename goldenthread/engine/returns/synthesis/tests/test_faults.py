"""A clean invented return is always clean, and a planted fault is always found where it was planted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.returns.cin.book import BOOK
from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.cin.checking import results
from goldenthread.engine.returns.cin.opening import open_census
from goldenthread.engine.returns.running import Outcome
from goldenthread.engine.returns.synthesis import census, cin_xml, faults

YEAR = Year.ending(2026)


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    path = tmp_path_factory.mktemp("returns") / "cin.xml"

    def check(children, reference_date=None):
        with path.open("w", encoding="utf-8") as stream:
            stream.writelines(cin_xml.lines(children, YEAR, reference_date))
        opened = open_census(path, "2025/26")
        return opened, {result.rule.code: result for result in results(opened.census)}

    return check


def outcomes(found):
    return {code for code, result in found.items() if result.outcome == Outcome.FAILED}


@settings(max_examples=15)
@given(seed=st.integers(0, 10**6), count=st.integers(1, 120))
def test_an_invented_return_passes_every_rule(checked, seed, count):
    opened, found = checked(census.children(count, seed, YEAR))
    assert len(found) == 109
    assert {code: r.outcome for code, r in found.items() if r.outcome != Outcome.PASSED} == {}
    assert opened.notes == ()


def test_a_fault_can_be_planted_for_every_rule():
    assert {*faults.codes(), *faults.OF_THE_WHOLE} == set(BOOK.published)


def test_the_child_that_faults_are_planted_on_is_in_order(checked):
    _, found = checked([*census.children(3, 1, YEAR), faults.in_order(900)])
    assert outcomes(found) == set()


@pytest.mark.parametrize("code", faults.codes())
def test_a_planted_fault_is_found_on_its_own_child(checked, code):
    family = faults.planted(code, 900)
    opened, found = checked([*census.children(40, 5, YEAR), *family])
    ids = {child.identifiers["LAchildID"] for child in family}
    hit = {
        opened.census.tables[table]["LAchildID"][row]
        for table, rows in found[code].rows.items()
        if table != "Header"
        for row in rows.to_list()
    }
    assert hit
    assert hit <= ids
    clean = {child.identifiers["LAchildID"] for child in census.children(40, 5, YEAR)}
    assert not clean & everyone_hit(opened, found)


def everyone_hit(opened, found):
    """Every child that any rule names, whatever the fault draws after it."""
    return {
        opened.census.tables[table]["LAchildID"][row]
        for result in found.values()
        for table, rows in result.rows.items()
        if table != "Header"
        for row in rows.to_list()
    }


@pytest.mark.parametrize("code", faults.OF_THE_WHOLE)
def test_a_fault_of_the_whole_return_is_found_alone(checked, code):
    children = faults.whole_return(code, census.children(60, 5, YEAR))
    _, found = checked(children, YEAR.start if code == "100" else None)
    assert code in outcomes(found)
    assert list(found[code].rows) == ["Header"]


def test_the_same_seed_gives_the_same_children():
    first = [child.identifiers for child in census.children(5, 7, YEAR)]
    assert first == [child.identifiers for child in census.children(9, 7, YEAR)][:5]
    assert first != [child.identifiers for child in census.children(5, 8, YEAR)]
