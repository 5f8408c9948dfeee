"""Each rule about who the child is, on rows that pass, fail and stand on the boundary."""

import pytest

from goldenthread.engine.returns.cin.rules.tests.cases import case, each_alone, found, only

CHILD = ("ChildIdentifiers", 0)


def born(birth: str | None, expected: str | None = None, **more) -> dict[str, object]:
    return {"PersonBirthDate": birth, "ExpectedPersonBirthDate": expected, **more}


@each_alone(
    case("1570", "20 characters", False, LAchildID="A1234567890123456789"),
    case("1570", "21 characters", True, LAchildID="A12345678901234567890"),
    case("1570", "a whole number", False, LAchildID=123456),
    case("1580", "letters and digits", False, LAchildID="abcXYZ0189"),
    case("1580", "a letter of another language", False, LAchildID="Zoë1"),
    case("1580", "spaces around it", False, LAchildID=" c1 "),
    case("1580", "a hyphen", True, LAchildID="AB-12"),
    case("1580", "a space within", True, LAchildID="AB 12"),
    case("1580", "a slash", True, LAchildID="AB/12"),
    case("1580", "a full stop", True, LAchildID="12.0"),
    case("1580", "missing", False, LAchildID=None),
    case("8500", "missing", True, LAchildID=None),
    case("8500", "blank", True, LAchildID="  "),
    case("8500", "given", False, LAchildID="0"),
    case("4180", "male", False, Sex="M"),
    case("4180", "female", False, Sex="F"),
    case("4180", "unknown", False, Sex="U"),
    case("4180", "a small letter", True, Sex="m"),
    case("4180", "a number", True, Sex="1"),
    case("4180", "missing", True, Sex=None),
    case("8750", "unborn and unknown", False, **born(None, "2026-05-01", Sex="U")),
    case("8750", "unborn and male", True, **born(None, "2026-05-01", Sex="M")),
    case("8750", "unborn and missing", True, **born(None, "2026-05-01", Sex=None)),
    case("8750", "born and male", False, **born("2025-05-01", "2025-05-01", Sex="M")),
    case("8750", "neither date", False, **born(None, None, Sex="M")),
    case("8525Q", "born", False, **born("2020-02-29")),
    case("8525Q", "expected", False, **born(None, "2026-05-01")),
    case("8525Q", "both", True, **born("2020-02-29", "2020-02-29")),
    case("8525Q", "neither", True, **born(None, None, LAchildID="c1")),
    case("8530Q", "the end of February", True, **born(None, "2026-02-28")),
    case("8530Q", "1 March", False, **born(None, "2026-03-01")),
    case("8530Q", "31 December", False, **born(None, "2026-12-31")),
    case("8530Q", "1 January", True, **born(None, "2027-01-01")),
    case("8530Q", "not expected", False, **born("2020-01-01")),
    case("8535Q", "dies before birth", True, **born("2025-05-02", PersonDeathDate="2025-05-01")),
    case("8535Q", "dies at birth", False, **born("2025-05-02", PersonDeathDate="2025-05-02")),
    case("8535Q", "a leap day", False, **born("2024-02-29", PersonDeathDate="2024-02-29")),
    case("8535Q", "before it", True, **born("2024-02-29", PersonDeathDate="2024-02-28")),
    case("8535Q", "lives", False, **born("2025-05-02", PersonDeathDate=None)),
    case("8535Q", "no birth", False, **born(None, PersonDeathDate="2025-05-01")),
    case("8545Q", "the day before the year", True, PersonDeathDate="2025-03-31"),
    case("8545Q", "the first day", False, PersonDeathDate="2025-04-01"),
    case("8545Q", "the last day", False, PersonDeathDate="2026-03-31"),
    case("8545Q", "the day after", True, PersonDeathDate="2026-04-01"),
    case("8545Q", "lives", False, PersonDeathDate=None),
)
def test_a_child_alone(code, row, fails):
    assert found(code, ChildIdentifiers=[row]) == only(fails, CHILD)


@pytest.mark.parametrize(
    ("birth", "fails"),
    [("2026-04-01", True), ("2026-03-31", False), ("2008-02-29", False), (None, False)],
)
def test_8520_a_child_is_born_by_the_reference_date(birth, fails):
    header = [{"ReferenceDate": "2026-03-31"}]
    children = [born(birth)]
    assert found("8520", ChildIdentifiers=children) == only(fails, CHILD)
    both = only(fails, CHILD, ("Header", 0))
    assert found("8520", ChildIdentifiers=children, Header=header) == both


def test_8510_an_id_is_one_childs():
    children = [{"LAchildID": name} for name in ("7", "8", " 7 ", None, None, "07")]
    assert found("8510", ChildIdentifiers=children) == {CHILD, ("ChildIdentifiers", 2)}
    numbers = [{"LAchildID": number} for number in (7, 8, 7)]
    assert found("8510", ChildIdentifiers=numbers) == {CHILD, ("ChildIdentifiers", 2)}


def test_8590_a_child_has_an_episode():
    children = [{"LAchildID": name} for name in ("c1", "c2", "c3")]
    episodes = [{"LAchildID": "c2"}, {"LAchildID": "c2"}, {"LAchildID": "c4"}]
    without = {CHILD, ("ChildIdentifiers", 2)}
    assert found("8590", ChildIdentifiers=children, CINdetails=episodes) == without
    assert found("8590", ChildIdentifiers=children[:1]) == {CHILD}
    nameless = [{"LAchildID": None}]
    assert found("8590", ChildIdentifiers=nameless, CINdetails=nameless) == set()


@pytest.mark.parametrize(
    ("sexes", "fails"),
    [
        (["M"] * 49 + ["U"], False),
        (["M"] * 48 + ["U"], True),
        (["F"] * 98 + ["U", None], False),
        (["F"] * 97 + ["U", None, "U"], True),
        ([], False),
    ],
)
def test_2886_sex_is_missing_for_two_children_in_a_hundred_at_most(sexes, fails):
    children = [born("2020-01-01", Sex=sex) for sex in sexes]
    tables = {"ChildIdentifiers": children} if children else {}
    assert found("2886Q", **tables) == only(fails, ("Header", 0))


def test_2886_an_unborn_child_without_a_sex_is_a_child_but_not_one_that_lacks_it():
    unborn = [born(None, "2026-05-01", Sex="U")] * 49
    assert found("2886Q", ChildIdentifiers=[*unborn, born("2020-01-01", Sex="U")]) == set()
    one_fewer = [*unborn[1:], born("2020-01-01", Sex="U")]
    assert found("2886Q", ChildIdentifiers=one_fewer) == {("Header", 0)}


@pytest.mark.parametrize(
    ("code", "field"), [("4008", "CINPlanStartDate"), ("4009Q", "CINPlanEndDate")]
)
@pytest.mark.parametrize(
    ("day", "fails"),
    [("2025-05-07", True), ("2025-05-06", False), ("2025-05-05", False), (None, False)],
)
def test_a_plan_starts_and_ends_in_the_childs_life(code, field, day, fails):
    children = [
        {"LAchildID": "c2", "PersonDeathDate": "2025-01-01"},
        {"LAchildID": "c1", "PersonDeathDate": "2025-05-06"},
    ]
    plans = [{field: "2025-01-01"}, {field: day}]
    rows = only(fails, ("CINplanDates", 1), ("ChildIdentifiers", 1))
    assert found(code, ChildIdentifiers=children, CINplanDates=plans) == rows
    assert found(code, ChildIdentifiers=[{"PersonDeathDate": None}], CINplanDates=plans) == set()


@pytest.mark.parametrize(
    ("birth", "closed", "fails"),
    [
        ("2001-03-30", None, True),
        ("2001-03-31", None, False),
        ("2001-04-01", None, False),
        ("2000-06-15", "2025-06-15", False),
        ("2000-06-15", "2025-06-16", True),
        ("2000-02-29", "2025-02-28", False),
        ("2000-02-29", "2025-03-01", True),
        (None, None, False),
    ],
)
def test_8775_a_child_is_twenty_five_at_most_when_its_episode_ends(birth, closed, fails):
    episodes = [{"CINclosureDate": "2010-01-01"}, {"CINclosureDate": closed}]
    rows = only(fails, CHILD, ("CINdetails", 1))
    assert found("8775Q", ChildIdentifiers=[born(birth)], CINdetails=episodes) == rows
