"""Nobody can subtract their way to a small number of children on a journey."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.charts import journey
from goldenthread.engine.disclosure import Sum, rule_for, withhold_journey
from goldenthread.engine.disclosure.journeys import sums_of, withheld_cells
from goldenthread.engine.disclosure.tests.attacker import Attacker

PUBLIC = rule_for("public")
REFERRAL, ENQUIRY, PLAN, AFTER = "Referral", "Enquiry", "Plan", "Looked after"


def test_those_who_went_no_further_are_not_given_away():
    """Of 60, 57 went on: nobody wrote that three did not, and everybody could tell."""
    totals, flows = withhold_journey({ENQUIRY: 60, PLAN: 57}, {(ENQUIRY, PLAN): 57}, PUBLIC)
    assert flows[ENQUIRY, PLAN] == "c" or totals[ENQUIRY] == "c"


def test_a_journey_without_small_numbers_is_shown_whole():
    totals, flows = withhold_journey({ENQUIRY: 60, PLAN: 45}, {(ENQUIRY, PLAN): 30}, PUBLIC)
    assert [*totals.values(), *flows.values()] == [60, 45, 30]


def test_what_is_withheld_is_drawn_as_its_symbol():
    totals, flows = withhold_journey({ENQUIRY: 60, PLAN: 45}, {(ENQUIRY, PLAN): 3}, PUBLIC)
    chart = journey(
        "t",
        [ENQUIRY, PLAN],
        [(*flow, shown) for flow, shown in flows.items()],
        totals=totals,
    )
    assert ("Enquiry", "Plan", "c", "", "") in chart.rows


@settings(max_examples=60)
@given(st.lists(st.integers(0, 90), min_size=4, max_size=4), st.sampled_from(["region", "health"]))
def test_any_journey_of_rounded_numbers_can_be_drawn(n, audience):
    """34 who become 30, of whom 17 and 17 go on, who become 20 and 20."""
    rule = rule_for(audience)
    flows = {(REFERRAL, ENQUIRY): n[0], (REFERRAL, PLAN): n[1], (ENQUIRY, PLAN): n[2]}
    totals = {REFERRAL: n[0] + n[1], ENQUIRY: n[0] + n[2], PLAN: n[1] + n[2] + n[3]}
    shown, went = withhold_journey(totals, flows, rule)
    chart = journey("t", [REFERRAL, ENQUIRY, PLAN], [(*flow, much) for flow, much in went.items()],
                    totals=shown, rounding=rule.rounding)  # fmt: skip
    assert (
        f"Numbers are rounded to the nearest {rule.rounding}, so they may not add up."
        in chart.notes
    )


@settings(max_examples=25)
@given(st.lists(st.integers(0, 9), min_size=8, max_size=8))
def test_an_attacker_cannot_tell_who_went_where(n):
    flows = {(REFERRAL, ENQUIRY): 20 + n[0], (ENQUIRY, PLAN): n[1], (PLAN, AFTER): n[2] // 2,
             (ENQUIRY, AFTER): n[3], (PLAN, REFERRAL): n[4] // 2}  # fmt: skip
    totals = {REFERRAL: 40 + n[5], ENQUIRY: 25 + n[0], PLAN: 12 + n[6], AFTER: 30 + n[7]}
    cells = withheld_cells(totals, flows, PUBLIC)
    shown = {key: cell for key, cell in cells.items() if key[0] != "ended"}
    sums = [
        one if one.complete else Sum(one.whole, (*one.parts, ("elsewhere", one.whole[1])))
        for one in sums_of(totals, flows)
    ]
    unseen = {part for one in sums for part in one.parts} - set(shown)
    attacker = Attacker(sums, shown, unseen)
    left = {
        stage: totals[stage] - sum(c for (start, _), c in flows.items() if start == stage)
        for stage in totals
    }
    true = {("ended", stage): count for stage, count in left.items()}
    true |= {("flow", *flow): count for flow, count in flows.items()}
    for key, count in true.items():
        if PUBLIC.is_small(count):
            low, high = attacker.range_of(key)
            assert low <= 1, (key, count, low, high)
            assert high is None or high >= 5, (key, count, low, high)


@pytest.mark.parametrize(
    ("totals", "flows", "says"),
    [
        ({PLAN: 3}, {(PLAN, AFTER): 2}, "“Looked after” has no total"),
        ({PLAN: 3, AFTER: 9}, {(PLAN, AFTER): 4}, "More go on from “Plan”"),
    ],
)
def test_a_journey_that_cannot_be_is_refused(totals, flows, says):
    with pytest.raises(ValueError, match=says):
        withhold_journey(totals, flows, PUBLIC)
