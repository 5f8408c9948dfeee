"""Funnel limits against exact tables, and figures placed in them."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.judgement import funnel
from goldenthread.engine.judgement.comparison import Basis, Figure
from goldenthread.engine.judgement.funnel import Standing, limits_at


def below(count, n, p):
    return sum(comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(count + 1))


def test_limits_are_the_binomial_ones_between_whole_counts():
    """Of 20 at one half: 5 or fewer by chance 2.07%, 6 or fewer 5.77%; 2.5% lies between them."""
    low = limits_at(20, 0.5, Basis.PERCENTAGE).low * 20
    assert low == pytest.approx(6 - (below(6, 20, 0.5) - 0.025) / comb(20, 6) * 2**20)
    assert 5 < low < 6


def test_limits_of_a_rate_are_the_poisson_ones():
    """Ten expected: 3 or fewer 1.03%, 4 or fewer 2.93%; 17 or more 2.70%, 18 or more 1.43%."""
    found = limits_at(10_000, 0.001, Basis.RATE)
    assert 3 < found.low * 10_000 < 4
    assert 17 < found.high * 10_000 < 18


@pytest.mark.parametrize("basis", Basis)
def test_the_exact_and_the_normal_form_meet(basis, monkeypatch):
    n, centre = (8000, 0.05) if basis is Basis.PERCENTAGE else (80_000, 0.005)
    exact = limits_at(n, centre, basis)
    monkeypatch.setattr(funnel, "LARGE", 1.0)
    normal = limits_at(n, centre, basis)
    for name in ("very_low", "low", "high", "very_high"):
        assert getattr(exact, name) * n == pytest.approx(getattr(normal, name) * n, abs=0.1)


def test_figures_are_told_from_chance_by_their_size():
    """60% of ten is no news where the middle is 50%; 60% of a thousand is."""
    figures = [Figure(6, 10), Figure(600, 1000), Figure(535, 1000), Figure(400, 1000), Figure(0, 0)]
    made = funnel.funnel(figures, Basis.PERCENTAGE, centre=0.5)
    assert [each.standing for each in made.placed] == [
        Standing.WITHIN,
        Standing.VERY_HIGH,
        Standing.HIGH,
        Standing.VERY_LOW,
        Standing.NO_FIGURE,
    ]


@given(st.integers(1, 60), st.floats(0.02, 0.98), st.data())
def test_a_figure_is_called_high_or_low_just_when_chance_seldom_goes_so_far(n, centre, data):
    count = data.draw(st.integers(0, n))
    [placed] = funnel.funnel([Figure(count, n)], Basis.PERCENTAGE, centre=centre).placed
    as_low, as_high = below(count, n, centre), 1 - below(count - 1, n, centre)
    if min(abs(as_low - 0.025), abs(as_high - 0.025)) > 1e-9:
        assert (placed.standing in (Standing.LOW, Standing.VERY_LOW)) == (as_low < 0.025)
        assert (placed.standing in (Standing.HIGH, Standing.VERY_HIGH)) == (as_high < 0.025)


def test_the_middle_is_all_figures_pooled():
    made = funnel.funnel([Figure(1, 10), Figure(89, 90)], Basis.PERCENTAGE)
    assert made.centre == pytest.approx(0.9)


@pytest.mark.parametrize("centre", [0.0, 1.0])
def test_a_middle_of_none_or_all_leaves_no_room_for_chance(centre):
    limits = limits_at(30, centre, Basis.PERCENTAGE)
    assert limits.very_low <= centre <= limits.very_high
    assert limits.very_high - limits.very_low <= 1 / 30


@pytest.mark.parametrize(
    ("figures", "says"),
    [([], "no figure"), ([Figure(3, 2)], "more than its whole"), ([Figure(-1, 2)], "below nought")],
)
def test_what_cannot_be_placed_is_refused(figures, says):
    with pytest.raises(ValueError, match=says):
        funnel.funnel(figures, Basis.PERCENTAGE)


@given(st.integers(1, 3000), st.floats(0.01, 0.99), st.sampled_from(Basis))
def test_a_funnel_is_in_order_and_narrows(n, centre, basis):
    one, other = limits_at(n, centre, basis), limits_at(4 * n, centre, basis)
    assert one.very_low <= one.low <= one.high <= one.very_high
    assert other.very_high - other.very_low <= one.very_high - one.very_low + 1e-9
