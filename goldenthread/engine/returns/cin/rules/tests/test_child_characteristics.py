"""Each rule about ethnicity and disability, on rows that pass, fail and stand on the boundary."""

import pytest

from goldenthread.engine.returns.cin.rules.tests.cases import case, each_alone, found, only

EIGHT = ["MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS"]


def disabilities(*codes: str | None, child: str | None = "c1") -> list[dict[str, str | None]]:
    return [{"LAchildID": child, "Disability": code} for code in codes]


@each_alone(
    case("4220", "a code", False, Ethnicity="WBRI"),
    case("4220", "not yet obtained", False, Ethnicity="NOBT"),
    case("4220", "no code", True, Ethnicity="WHITE"),
    case("4220", "small letters", True, Ethnicity="wbri"),
    case("4220", "blank", True, Ethnicity=" "),
    case("4220", "missing", True, Ethnicity=None),
)
def test_a_child_alone(code, row, fails):
    assert found(code, ChildCharacteristics=[row]) == only(fails, ("ChildCharacteristics", 0))


@pytest.mark.parametrize(
    ("recorded", "rows"),
    [
        (["NONE"], set()),
        (["AUT", "LD"], set()),
        (["AUT", "AUTISM", None], {("Disabilities", 1), ("Disabilities", 2)}),
    ],
)
def test_8540_every_disability_that_is_recorded_is_a_code(recorded, rows):
    tables = {
        "ChildIdentifiers": [{"PersonBirthDate": "2015-01-01"}],
        "CINdetails": [{"ReferralNFA": 1}, {"ReferralNFA": 0, "CINdetailsID": "e2"}],
    }
    owners = {("ChildIdentifiers", 0), ("CINdetails", 1)}
    expected = rows | owners if rows else set()
    assert found("8540", **tables, Disabilities=disabilities(*recorded)) == expected


@pytest.mark.parametrize(
    ("birth", "no_action", "fails"),
    [
        ("2015-01-01", 0, True),
        ("2015-01-01", 1, False),
        (None, 0, False),
        ("2015-01-01", None, False),
    ],
)
def test_8540_something_is_recorded_of_a_child_born_whose_referral_led_to_action(
    birth, no_action, fails
):
    tables = {
        "ChildIdentifiers": [{"PersonBirthDate": birth}],
        "CINdetails": [{"ReferralNFA": no_action}],
    }
    rows = only(fails, ("ChildIdentifiers", 0), ("CINdetails", 0))
    assert found("8540", **tables) == rows
    assert found("8540", **tables, Disabilities=disabilities("AUT", child="c2")) == rows
    assert found("8540", **tables, Disabilities=disabilities("NONE")) == set()


def test_8540_rows_that_are_given_twice_all_take_part():
    tables = {
        "ChildIdentifiers": [{"PersonBirthDate": "2020-02-29"}] * 2,
        "CINdetails": [{"ReferralNFA": 0}, {"ReferralNFA": 0}, {"ReferralNFA": 1}],
    }
    owners = {
        ("ChildIdentifiers", 0),
        ("ChildIdentifiers", 1),
        ("CINdetails", 0),
        ("CINdetails", 1),
    }
    assert found("8540", **tables) == owners
    wrong = disabilities("aut", "AUT", "aut")
    rows = owners | {("Disabilities", 0), ("Disabilities", 2)}
    assert found("8540", **tables, Disabilities=wrong) == rows


@pytest.mark.parametrize(
    ("used", "fails"),
    [
        (EIGHT, False),
        (EIGHT[1:], True),
        ([*EIGHT[1:], "NONE"], True),
        ([*EIGHT[1:], "HAND"], True),
        ([*EIGHT[1:], None], True),
        ([*EIGHT[1:], "DEAF"], True),
        ([], True),
    ],
)
def test_2887_eight_different_disabilities_are_used(used, fails):
    tables = {"Disabilities": disabilities(*used)} if used else {}
    assert found("2887Q", **tables) == only(fails, ("Header", 0))


@pytest.mark.parametrize(
    ("recorded", "fails"),
    [
        (disabilities("AUT") + disabilities("LD", child="c2"), True),
        (disabilities("AUT", "LD") + disabilities("LD", child="c2"), False),
        (disabilities("AUT", "NONE"), True),
        (disabilities("AUT", "AUT"), True),
        (disabilities("AUT", None), True),
        (disabilities("NONE"), False),
    ],
)
def test_2888_some_child_has_more_than_one_disability(recorded, fails):
    assert found("2888Q", Disabilities=recorded) == only(fails, ("Header", 0))


@pytest.mark.parametrize(
    ("recorded", "rows"),
    [
        (["NONE", "AUT", "LD"], {0, 1, 2}),
        (["NONE"], set()),
        (["AUT", "LD"], set()),
        (["NONE", "NONE"], set()),
        (["NONE", None], set()),
        (["NONE", "NONE", None, "AUT"], {0, 1, 3}),
        (["NONE", "none"], {0, 1}),
        (["none", "AUT"], set()),
    ],
)
def test_8790_none_stands_alone(recorded, rows):
    others = disabilities("AUT", child="c2")
    both = disabilities(*recorded) + others
    assert found("8790", Disabilities=both) == {("Disabilities", row) for row in rows}


def test_8790_does_not_take_rows_without_a_child_for_one_childs():
    nameless = [*disabilities("NONE", child=None), *disabilities("AUT", child=None)]
    assert found("8790", Disabilities=nameless) == set()


def test_8794_a_disability_is_recorded_once():
    recorded = disabilities("AUT", "LD", "AUT", None, None) + disabilities("AUT", child="c2")
    assert found("8794", Disabilities=recorded) == {("Disabilities", 0), ("Disabilities", 2)}
    thrice = disabilities("NONE", "ZZ", "NONE", "ZZ", "zz", "NONE ")
    rows = {("Disabilities", row) for row in (0, 1, 2, 3, 5)}
    assert found("8794", Disabilities=thrice) == rows
    nameless = disabilities("AUT", "AUT", child=None)
    assert found("8794", Disabilities=[*nameless, *disabilities("AUT")]) == set()
