import pytest

from goldenthread.engine.nearness import field
from goldenthread.engine.nearness.words import terms_of, words_of


def test_no_wording_belongs_to_two_ideas():
    owners = {}
    for wording, idea in field.wordings():
        written = wording.casefold()
        assert owners.setdefault(written, idea) == idea, f"{wording}: {idea} and {owners[written]}"
    assert len(owners) > 3000


def test_every_wording_is_read_as_its_idea():
    for wording, idea in field.wordings():
        found = [term.stem for term in terms_of(wording.replace("…", "xylophone"))]
        assert idea in found, f"{wording} is read as {found} and not as {idea}"


def test_every_wider_idea_is_in_the_list():
    ideas = {idea for _, idea in field.wordings()}
    assert field.wider()
    assert set(field.wider().values()) <= ideas


def test_no_wording_is_only_small_words():
    for wording, _ in field.wordings():
        assert all(words_of(part) for part in wording.split("…")), wording


@pytest.mark.parametrize(
    "text",
    [
        "share information",
        "share more information",
        "share with the school all information",
        "the information that schools share",
    ],
)
def test_words_may_stand_between_those_of_a_wording(text):
    assert "=information sharing" in [term.stem for term in terms_of(text)]


@pytest.mark.parametrize(("one", "other"), [("place", "placements"), ("nurse", "nursery")])
def test_a_single_word_is_not_taken_for_another_of_its_stem(one, other):
    assert terms_of(one)[0].stem != terms_of(other)[0].stem
