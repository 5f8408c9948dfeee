"""Every judgement that can be reached has its words, and no two say the same."""

import pytest

from goldenthread.engine.judgement import meaning
from goldenthread.engine.judgement.causes import Sign
from goldenthread.engine.judgement.control import Assurance, Variation


@pytest.mark.parametrize("variation", Variation)
@pytest.mark.parametrize("assurance", [*Assurance, None])
def test_every_pair_has_a_sentence(variation, assurance):
    assert meaning.together(variation, assurance).endswith(".")


def test_no_two_pairs_say_the_same():
    assert len(set(meaning.TOGETHER.values())) == len(meaning.TOGETHER) == 14


def test_every_icon_and_every_sign_is_put_into_words():
    assert set(meaning.VARIATION) == set(Variation)
    assert set(meaning.ASSURANCE) == set(Assurance)
    assert set(meaning.SIGNS) == set(Sign)
    assert meaning.why(None) == ""
