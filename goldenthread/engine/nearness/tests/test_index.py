import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.nearness import NEAR, Index
from goldenthread.engine.nearness.field import is_idea
from goldenthread.engine.nearness.stems import stem
from goldenthread.engine.nearness.words import terms_of

MADE_BEFORE = [
    (1, "The front door must tell referrers what was decided"),
    (2, "GPs should be invited to every initial child protection conference"),
    (3, "Record the child's lived experience in supervision"),
]


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (("referred", "referring", "referral", "referrals", "referrer"), True),
        (("assess", "assessed", "assessment", "assessments"), True),
        (("policy", "policies"), True),
        (("neglect", "neglectful"), False),
        (("supervision", "supervised"), False),
    ],
)
def test_a_words_forms_meet_in_one_stem(words, same):
    assert (len({stem(word) for word in words}) == 1) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MASH", "the front door"),
        ("CSE", "child sexual exploitation"),
        ("DSL", "designated safeguarding leads"),
        ("GP", "general practice"),
        ("early help", "Family Help"),
        ("ICPCs", "initial child protection conference"),
        ("domestic violence", "domestic abuse"),
        ("SUDI", "safe sleeping"),
        ("professional curiosity", "respectful uncertainty"),
        ("professional curiosity", "critical thinking"),
        ("was not brought", "did not attend"),
        ("LADO", "Local Authority Designated Officer"),
        ("chronologies", "timeline"),
        ("strategy meetings", "strategy discussion"),
        ("the child’s voice", "lived experience"),
    ],
)
def test_the_fields_synonyms_are_one_term(one, other):
    assert [term.stem for term in terms_of(one)] == [term.stem for term in terms_of(other)]
    assert is_idea(terms_of(one)[0].stem)


def test_the_longest_phrase_wins():
    assert [t.shown for t in terms_of("supervised contact")] == ["supervised contact"]
    assert [t.shown for t in terms_of("supervision")] == ["reflective supervision"]


def test_the_nearest_is_found_and_says_why():
    index = Index.build(MADE_BEFORE)
    best = index.nearest("MASH to give referrers the decision")[0]
    assert best.id == 1
    assert best.why[0] == "front door"
    assert NEAR < best.score <= 1


def test_the_same_text_is_as_near_as_can_be():
    index = Index.build(MADE_BEFORE)
    for id_, text in MADE_BEFORE:
        best = index.nearest(text)[0]
        assert best.id == id_
        assert best.score == pytest.approx(1.0)


@pytest.mark.parametrize("text", ["", "the of and", "xylophone", "!!!"])
def test_what_shares_nothing_finds_nothing(text):
    assert Index.build(MADE_BEFORE).nearest(text) == []


def test_a_word_spelt_wrongly_finds_the_one_that_was_meant():
    index = Index.build([("paper", "Procurement of stationery"), ("other", "Catering for events")])
    assert [match.id for match in index.nearest("procurment")] == ["paper"]
    assert index.nearest("events")[0].id == "other"


def test_training_and_an_audit_of_one_topic_are_not_one_lesson():
    asked = "Provide training on pre-birth assessments"
    index = Index.build([("same", asked), ("other", "Audit the quality of pre-birth assessments")])
    scores = {match.id: match.score for match in index.nearest(asked)}
    assert scores["other"] < scores["same"] / 2


def test_an_empty_index_finds_nothing():
    assert Index.build([]).nearest("front door") == []


def test_no_more_are_given_than_were_asked_for():
    index = Index.build((n, f"Audit the front door {n}") for n in range(20))
    assert len(index.nearest("Audit the front door", most=3)) == 3


def test_a_query_leaves_the_index_as_it_was():
    index = Index.build(MADE_BEFORE)
    before = index.nearest("front door")
    index.nearest("entirely unheard words")
    assert index.nearest("front door") == before


def test_another_topic_in_the_same_words_stands_further_off():
    index = Index.build(
        [("same", "Relaunch the neglect toolkit"), ("other", "Relaunch the CSE toolkit")]
    )
    scores = {match.id: match.score for match in index.nearest("Relaunch the neglect toolkit")}
    assert scores["other"] < NEAR < scores["same"]


@given(st.lists(st.text(max_size=60), max_size=8), st.text(max_size=60))
def test_scores_lie_between_nought_and_one_and_fall(texts, asked):
    scores = [match.score for match in Index.build(enumerate(texts)).nearest(asked, most=8)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
