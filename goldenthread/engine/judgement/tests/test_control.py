"""Control charts on series worked by hand, one for each rule and its boundary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.judgement.causes import Sign
from goldenthread.engine.judgement.control import (
    Assurance,
    Polarity,
    Variation,
    chart,
    limits_of,
)

STEADY = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11, 10]


def signs(values, **asked):
    return [p.cause.sign if p.cause else None for p in chart(values, **asked).points]


def test_limits_stand_two_point_six_six_average_ranges_from_the_mean():
    limits = limits_of([10, 12, 9, 11])
    assert limits.mean == 10.5
    assert limits.upper == pytest.approx(10.5 + 2.66 * 7 / 3)
    assert limits.near_lower == pytest.approx(10.5 - 2.66 * 7 / 3 * 2 / 3)


def test_a_wild_moving_range_is_left_out_once():
    values = [10, 11, 10, 11, 10, 11, 10, 40, 41, 40, 41, 40]
    limits = limits_of(values)
    assert limits.upper - limits.mean == pytest.approx(2.66 * 1)


def test_a_point_outside_comes_before_every_other_sign():
    assert signs([*STEADY, 30])[-1] == Sign.OUTSIDE


def test_six_rising_are_not_a_trend_and_seven_are():
    wobble = [5, 9, 4, 8, 5, 9, 4, 8]
    assert Sign.TREND not in signs([*wobble, 5, 5.5, 6, 6.5, 7, 7.5, 3])
    told = signs([*wobble, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 3])
    assert told.count(Sign.TREND) == 7


def test_equal_neighbours_break_a_trend():
    wobble = [5, 9, 4, 8, 5, 9, 4, 8]
    assert Sign.TREND not in signs([*wobble, 4.5, 5, 5.5, 5.5, 6, 6.5, 7, 3])


def test_two_of_three_near_the_same_limit_are_a_sign_and_near_opposite_limits_are_not():
    steady = [10, 11, 10, 9] * 5
    limits = limits_of([*steady, 12.7, 10, 12.7, 10])
    assert limits.near_upper < 12.7 < limits.upper
    assert signs([*steady, 12.7, 10, 12.7, 10])[-4:] == [Sign.NEAR, None, Sign.NEAR, None]
    assert Sign.NEAR not in signs([*steady, 12.7, 10, 7.3, 10])


def test_seven_on_one_side_are_a_shift_and_a_point_on_the_mean_breaks_it():
    low = [9, 6, 9, 6, 9, 6, 9]
    high = [11, 14, 11, 14, 11, 14, 11]
    assert signs([*low, *high]) == [Sign.SHIFT] * 14
    assert Sign.SHIFT not in signs([*low[:6], 10, *high[:6], 10])


def test_improving_and_concerning_follow_polarity_and_without_one_neither():
    values = [*STEADY, 30]
    assert chart(values, polarity=Polarity.HIGHER_IS_BETTER).latest == Variation.IMPROVING
    assert chart(values, polarity=Polarity.LOWER_IS_BETTER).latest == Variation.CONCERNING
    assert chart(values).latest == Variation.HIGH


def test_fewer_than_thirteen_points_are_provisional():
    assert chart(STEADY[:12]).provisional
    assert not chart(STEADY).provisional


@pytest.mark.parametrize(
    ("polarity", "target", "expected"),
    [
        (Polarity.HIGHER_IS_BETTER, 1, Assurance.CONSISTENTLY_MET),
        (Polarity.HIGHER_IS_BETTER, 10, Assurance.HIT_AND_MISS),
        (Polarity.HIGHER_IS_BETTER, 30, Assurance.CONSISTENTLY_MISSED),
        (Polarity.LOWER_IS_BETTER, 30, Assurance.CONSISTENTLY_MET),
        (Polarity.LOWER_IS_BETTER, 1, Assurance.CONSISTENTLY_MISSED),
        (Polarity.NEITHER, 1, None),
        (Polarity.LOWER_IS_BETTER, None, None),
    ],
)
def test_assurance_says_whether_the_target_is_met(polarity, target, expected):
    assert chart(STEADY, polarity=polarity, target=target).assurance == expected


def test_a_step_change_starts_new_limits_and_ends_a_false_alarm():
    values = [10, 11, 10, 11, 10, 11, 10, 20, 21, 20, 21, 20, 21, 20]
    assert any(signs(values))
    stepped = chart(values, steps=[7])
    assert not any(p.cause for p in stepped.points)
    assert stepped.points[0].limits.mean < 11 < 20 < stepped.points[-1].limits.mean


def test_a_missing_figure_keeps_its_place_and_says_nothing():
    values = [*STEADY[:5], None, *STEADY[5:]]
    points = chart(values).points
    assert points[5].value is None
    assert points[5].variation is None
    assert [p.cause for p in points if p.value is not None] == [
        p.cause for p in chart(STEADY).points
    ]


@pytest.mark.parametrize(
    ("values", "steps"), [([], []), ([None, None], []), ([1, 2], [2]), ([1, None], [1])]
)
def test_what_cannot_be_judged_is_refused(values, steps):
    with pytest.raises(ValueError, match="stretch|step change"):
        chart(values, steps=steps)


@given(
    st.lists(st.integers(-50, 50), min_size=1, max_size=60), st.integers(-9, 9), st.integers(1, 9)
)
def test_judgement_does_not_depend_on_the_unit(values, shift, scale):
    moved = [value * scale + shift for value in values]
    assert signs(moved) == signs(values)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=60))
def test_upside_down_what_improves_concerns(values):
    one = chart(values, polarity=Polarity.HIGHER_IS_BETTER).points
    other = chart([-v for v in values], polarity=Polarity.LOWER_IS_BETTER).points
    assert [p.variation for p in one] == [p.variation for p in other]


@pytest.mark.parametrize(
    ("values", "mean", "lower", "upper"),
    [
        # Flow rates, NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2.
        ([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1], 50.81, 45.8159, 55.8041),
        # Viscosity of paint, Montgomery, Introduction to Statistical Quality Control.
        (
            [33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.20, 33.62, 33.00,
             33.54, 33.12, 33.84],
            33.52, 32.24, 34.80,
        ),
    ],
)  # fmt: skip
def test_limits_agree_with_the_textbooks(values, mean, lower, upper):
    found = limits_of(values)
    assert found.mean == pytest.approx(mean, abs=0.005)
    assert (found.lower, found.upper) == pytest.approx((lower, upper), abs=0.01)
    assert not any(signs(values))
