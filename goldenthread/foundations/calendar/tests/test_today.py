from datetime import UTC, date, datetime

import pytest

from goldenthread.foundations.calendar import today

PAST = datetime(2025, 9, 18, 23, 30, tzinfo=UTC)  # half past midnight in England


def test_what_is_told_of_a_past_is_dated_then_and_only_within():
    with today.as_if(PAST):
        assert today.now() == PAST
        assert today.today() == date(2025, 9, 19)
    assert today.now() > PAST


def test_a_telling_that_fails_leaves_the_clock_as_it_was():
    with pytest.raises(ValueError, match="interrupted"), today.as_if(PAST):
        raise ValueError("interrupted")
    assert today.now() > PAST
