"""Each rule about unique pupil numbers, on rows that pass, fail and stand on the boundary.

The check letter of 382200000001 by hand: 3x2 + 8x3 + 2x4 + 2x5 + 1x13 = 61 = 2 x 23 + 15, which is R.
"""

import pytest

from goldenthread.engine.returns.cin.rules.tests.cases import case, each_alone, found, only

CHILD = ("ChildIdentifiers", 0)
SCHOOL_AGED, TOO_YOUNG = "2020-08-31", "2020-09-01"


@each_alone(
    case("1510", "right", False, UPN="R382200000001"),
    case("1510", "wrong", True, UPN="A382200000001"),
    case("1510", "a letter that is not used", True, UPN="S382200000001"),
    case("1510", "a small letter", True, UPN="r382200000001"),
    case("1510", "no letter", True, UPN="1382200000001"),
    # The last letter of a temporary UPN counts as its place in the alphabet: B is 1, Z is 22.
    case("1510", "temporary, right", False, UPN="R38220000000B"),
    case("1510", "temporary, ends in A: 48 leaves 2", False, UPN="C38220000000A"),
    case("1510", "temporary, ends in Z: 334 leaves 12", False, UPN="N38220000000Z"),
    case("1510", "temporary, wrong", True, UPN="R38220000000C"),
    case("1510", "too short to tell", False, UPN="R38220000000"),
    case("1510", "letters within", False, UPN="R3822O0000001"),
    case("1510", "too long: the first thirteen are compared", False, UPN="R3822000000011"),
    case("1510", "too long and wrong", True, UPN="A3822000000011"),
    case("1510", "spaces around it", False, UPN=" R382200000001 "),
    case("1510", "missing", False, UPN=None),
    case("1530", "Kirklees", False, UPN="R382200000001"),
    case("1530", "a pseudo authority", False, UPN="R001200000001"),
    case("1530", "the last of a span", False, UPN="R896200000001"),
    case("1530", "after the last of a span", True, UPN="R897200000001"),
    case("1530", "before the first", True, UPN="R000200000001"),
    case("1530", "Westmorland and Furness", False, UPN="R943200000001"),
    case("1530", "beyond all", True, UPN="R999200000001"),
    case("1530", "letters", True, UPN="RABC200000001"),
    case("1530", "too short", True, UPN="R38"),
    case("1530", "missing", False, UPN=None),
    case("1540", "all digits", False, UPN="R382200000001"),
    case("1540", "a letter at 5", True, UPN="R382A00000001"),
    case("1540", "a letter at 12", True, UPN="R3822000000A1"),
    case("1540", "a digit of another script", True, UPN="R382٣00000001"),
    case("1540", "letters at 4 and 13", False, UPN="R38A20000000A"),
    case("1540", "too short", True, UPN="R3822000000"),
    case("1540", "missing", False, UPN=None),
    case("1550", "a digit", False, UPN="R382200000000"),
    case("1550", "A", False, UPN="R38220000000A"),
    case("1550", "Z", False, UPN="R38220000000Z"),
    case("1550", "I", True, UPN="R38220000000I"),
    case("1550", "O", True, UPN="R38220000000O"),
    case("1550", "S", True, UPN="R38220000000S"),
    case("1550", "a small letter", True, UPN="R38220000000a"),
    case("1550", "a sign", True, UPN="R38220000000*"),
    case("1550", "not there", True, UPN="R38220000000"),
    case("1550", "missing", False, UPN=None),
    case("1560Q", "permanent", False, FormerUPN="R382200000001"),
    case("1560Q", "temporary", False, FormerUPN="R38220000000B"),
    case("1560Q", "small letters", False, FormerUPN="r38220000000b"),
    case("1560Q", "I at the end", False, FormerUPN="R38220000000I"),
    case("1560Q", "blank", False, FormerUPN="  "),
    case("1560Q", "a digit first", True, FormerUPN="1382200000001"),
    case("1560Q", "a letter within", True, FormerUPN="R3822A0000001"),
    case("1560Q", "12 characters", True, FormerUPN="R38220000000"),
    case("1560Q", "14 characters", True, FormerUPN="R3822000000011"),
    case("1560Q", "missing", False, FormerUPN=None),
)
def test_a_upn_by_itself(code, row, fails):
    assert found(code, ChildIdentifiers=[row]) == only(fails, CHILD)


def test_1520_a_upn_is_one_childs():
    numbers = ["R382200000001", None, "R382200000002", "R382200000001 ", None]
    children = [{"LAchildID": str(n), "UPN": number} for n, number in enumerate(numbers)]
    assert found("1520", ChildIdentifiers=children) == {CHILD, ("ChildIdentifiers", 3)}
    same_child_twice = [{"UPN": "R382200000001"}] * 3
    assert len(found("1520", ChildIdentifiers=same_child_twice)) == 3


@each_alone(
    case("8770Q", "no UPN and no reason", True, PersonBirthDate=SCHOOL_AGED, UPNunknown=None),
    case("8770Q", "too young, it says", True, PersonBirthDate=SCHOOL_AGED, UPNunknown="UN1"),
    case("8770Q", "no such reason", True, PersonBirthDate=SCHOOL_AGED, UPNunknown="UN8"),
    case("8770Q", "a reason", False, PersonBirthDate=SCHOOL_AGED, UPNunknown="UN4"),
    case("8770Q", "no further action", False, PersonBirthDate=SCHOOL_AGED, UPNunknown="UN7"),
    case("8770Q", "a day younger", False, PersonBirthDate=TOO_YOUNG, UPNunknown="UN1"),
    case("8770Q", "no birth", False, PersonBirthDate=None, UPNunknown=None),
    case("8770Q", "a UPN", False, PersonBirthDate=SCHOOL_AGED, UPN="R382200000001"),
)
def test_a_child_of_school_age_has_a_upn_or_says_why_not(code, row, fails):
    followed_up = [{"ReferralNFA": 1}, {"ReferralNFA": 0}]
    rows = only(fails, CHILD)
    assert found(code, ChildIdentifiers=[row], CINdetails=followed_up) == rows
    assert found(code, ChildIdentifiers=[row]) == rows


def test_8770_lets_a_child_off_whose_referrals_all_led_to_no_further_action():
    child = {"PersonBirthDate": "2010-01-01", "UPNunknown": None}
    referrals = [{"ReferralNFA": 1}, {"ReferralNFA": "true", "CINdetailsID": "e2"}]
    assert found("8770Q", ChildIdentifiers=[child], CINdetails=referrals) == set()
    of_another = [*referrals, {"ReferralNFA": 0, "LAchildID": "c2"}]
    assert found("8770Q", ChildIdentifiers=[child], CINdetails=of_another) == set()


def test_8770_a_referral_that_does_not_say_whether_action_followed_asks_for_nothing():
    """8568 finds what is not said."""
    child = {"PersonBirthDate": "2010-01-01", "UPNunknown": None}
    not_said = [{"ReferralNFA": None}, {"ReferralNFA": "perhaps", "CINdetailsID": "e2"}]
    assert found("8770Q", ChildIdentifiers=[child], CINdetails=not_said) == set()


def test_8770_has_no_upper_age_and_counts_a_leap_day_as_a_day():
    grown = [{"PersonBirthDate": day, "UPNunknown": "UN1"} for day in ("2000-02-29", "2020-02-29")]
    children = [{**child, "LAchildID": f"c{n}"} for n, child in enumerate(grown)]
    assert found("8770Q", ChildIdentifiers=children) == {CHILD, ("ChildIdentifiers", 1)}


@pytest.mark.parametrize(
    ("reason", "followed_up", "fails"),
    [("UN7", 0, True), ("UN7", None, True), ("UN7", 1, False), ("UN6", 0, False), (None, 0, False)],
)
def test_8772_no_further_action_explains_no_upn_only_if_all_referrals_led_to_none(
    reason, followed_up, fails
):
    children = [{"UPNunknown": reason}, {"UPNunknown": "UN7", "LAchildID": "c2"}]
    referrals = [{"ReferralNFA": 1}, {"ReferralNFA": followed_up, "CINdetailsID": "e2"}]
    rows = only(fails, CHILD, ("CINdetails", 1))
    assert found("8772", ChildIdentifiers=children, CINdetails=referrals) == rows
