"""Each rule about the several episodes of a child, on rows that pass, fail and stand on the
boundary."""

from datetime import date

from goldenthread.engine.returns.cin.rules.tests.cases import found

MAY, JUNE, JULY = date(2025, 5, 1), date(2025, 6, 1), date(2025, 7, 1)


def episode(referred: date | None, closed: date | None = None, nfa: object = "0", **keys: object):
    return {
        "CINreferralDate": referred,
        "CINclosureDate": closed,
        "ReferralNFA": nfa,
        **keys,
    }


def of_one_child(code: str, *episodes: dict[str, object]) -> list[int]:
    """The positions of the episodes that fail; each has an id of its own."""
    rows = [{"CINdetailsID": f"e{n}", **row} for n, row in enumerate(episodes)]
    found_here = found(code, CINdetails=rows)
    assert {table for table, _ in found_here} <= {"CINdetails"}
    return sorted(row for _, row in found_here)


def test_8815_a_child_has_one_open_episode():
    assert of_one_child("8815", episode(MAY), episode(JUNE)) == [0, 1]
    assert of_one_child("8815", episode(MAY, JUNE), episode(JUNE)) == []
    assert of_one_child("8815", episode(MAY), episode(JUNE), episode(JULY, JULY)) == [0, 1]
    assert of_one_child("8815", episode(None), episode(JUNE)) == [0, 1]
    assert of_one_child("8815", episode(MAY)) == []


def test_8815_a_referral_of_no_further_action_is_not_left_open():
    no_action = episode(JUNE, None, "1")
    assert of_one_child("8815", episode(MAY), no_action) == []
    assert of_one_child("8815", no_action, no_action) == []
    assert of_one_child("8815", episode(MAY), no_action, episode(JULY)) == [0, 2]
    assert of_one_child("8815", episode(MAY), episode(JULY, None, None)) == []


def test_8815_each_child_may_have_one():
    assert of_one_child("8815", episode(MAY), episode(MAY, LAchildID="c2")) == []
    nameless = episode(MAY, LAchildID=None)
    assert of_one_child("8815", nameless, nameless) == []


def test_8816_an_open_episode_is_the_latest():
    assert of_one_child("8816", episode(MAY), episode(JUNE, JULY)) == [0, 1]
    assert of_one_child("8816", episode(JUNE, JULY), episode(MAY)) == [0, 1]
    assert of_one_child("8816", episode(MAY, JULY), episode(JUNE)) == []
    assert of_one_child("8816", episode(MAY)) == []


def test_8816_the_latest_takes_part_and_one_between_that_is_closed_does_not():
    assert of_one_child("8816", episode(MAY), episode(JUNE, JUNE), episode(JULY)) == [0, 2]
    assert of_one_child("8816", episode(MAY), episode(JUNE), episode(JULY)) == [0, 1, 2]
    assert of_one_child("8816", episode(MAY), episode(JULY, JULY), episode(JULY)) == [0, 1, 2]


def test_8816_counts_a_later_referral_of_no_further_action():
    no_action = episode(JUNE, None, "true")
    assert of_one_child("8816", episode(MAY), no_action) == [0, 1]
    assert of_one_child("8816", no_action, episode(JULY)) == []


def test_8816_passes_an_open_episode_that_does_not_say_whether_action_followed():
    assert of_one_child("8816", episode(MAY, None, None), episode(JUNE)) == []
    assert of_one_child("8816", episode(MAY, None, "0"), episode(JUNE, None, None)) == [0, 1]
    assert of_one_child("8816", episode(date(2024, 2, 29)), episode(date(2024, 3, 1))) == [0, 1]


def test_8816_of_two_referred_on_one_day_both_are_the_latest():
    assert of_one_child("8816", episode(MAY, MAY), episode(MAY)) == []
    assert of_one_child("8816", episode(MAY), episode(MAY, MAY)) == []


def test_8816_compares_the_episodes_of_one_child():
    assert of_one_child("8816", episode(MAY), episode(JUNE, LAchildID="c2")) == []
    assert of_one_child("8816", episode(None), episode(JUNE)) == []


def test_8820_a_child_may_be_referred_on_the_day_that_another_episode_closes():
    assert of_one_child("8820", episode(MAY, JUNE), episode(JUNE, JULY)) == []
    assert of_one_child("8820", episode(JUNE, JULY), episode(MAY, JUNE)) == []
    assert of_one_child("8820", episode(MAY, JUNE), episode(date(2025, 5, 31), JULY)) == [0, 1]
    assert of_one_child("8820", episode(MAY, JULY), episode(JUNE, JUNE)) == [0, 1]


def test_8820_two_referred_on_one_day_overlap_unless_both_closed_on_it():
    assert of_one_child("8820", episode(MAY, JUNE), episode(MAY, JUNE)) == [0, 1]
    assert of_one_child("8820", episode(MAY, MAY), episode(MAY, MAY)) == []


def test_8820_an_open_episode_lasts_through_the_reference_date():
    assert of_one_child("8820", episode(MAY), episode(JUNE, JULY)) == [0, 1]
    assert of_one_child("8820", episode(MAY), episode(date(2026, 3, 31))) == [0, 1]
    assert of_one_child("8820", episode(MAY), episode(date(2026, 4, 1))) == []
    assert of_one_child("8820", episode(date(2024, 2, 29)), episode(MAY)) == [0, 1]


def test_8820_a_referral_of_no_further_action_can_fall_within_but_nothing_within_it():
    no_action = episode(JUNE, None, "1")
    assert of_one_child("8820", no_action, episode(JULY)) == []
    assert of_one_child("8820", episode(MAY), no_action) == [0, 1]
    assert of_one_child("8820", episode(MAY, JULY), no_action) == [0, 1]
    assert of_one_child("8820", episode(MAY, JUNE), no_action) == []
    assert of_one_child("8820", episode(MAY, JULY, "1"), episode(JUNE, JUNE)) == [0, 1]


def test_8820_nor_within_an_open_one_that_does_not_say_whether_action_followed():
    not_said = episode(MAY, None, None)
    assert of_one_child("8820", not_said, episode(JUNE, JULY)) == []
    assert of_one_child("8820", not_said, episode(date(2025, 4, 1), JULY)) == [0, 1]


def test_8820_finds_two_apart_that_lie_within_a_third():
    year = episode(date(2025, 4, 1), date(2026, 3, 31))
    assert of_one_child("8820", episode(MAY, JUNE), year, episode(JUNE, JULY)) == [0, 1, 2]


def test_8820_compares_the_episodes_of_one_child():
    assert of_one_child("8820", episode(MAY, JULY), episode(JUNE, JULY, LAchildID="c2")) == []
    assert of_one_child("8820", episode(MAY, JULY), episode(None, JULY)) == []
