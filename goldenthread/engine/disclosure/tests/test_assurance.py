"""A search that fails costs a refusal or further cells, never a secret."""

import pytest

from goldenthread.engine.disclosure import CannotPublishTogether, Rule, Sum, cell_shown, ways
from goldenthread.engine.disclosure import linked as linking
from goldenthread.engine.disclosure.assurance import Proof, Publication, Rest
from goldenthread.engine.disclosure.table import Cell, Why
from goldenthread.engine.disclosure.tests.publications import publication
from goldenthread.engine.disclosure.tests.test_nothing_given_away import given_away, tried

RULE = Rule("test", threshold=5)
HIDDEN = Cell("c", 1, None, Why.PRIMARY)
COUNTS = {"a": 3, "b": 20, "whole": 23}
SUMS = [Sum("whole", ("a", "b"))]
BOTH_HIDDEN = {"a": HIDDEN, "b": HIDDEN, "whole": cell_shown(23, RULE)}
GOOD = {
    "a": Proof(1, {"a": 1, "b": 22}, {"a": 5, "b": 18}),
    "b": Proof(None, {"a": 1, "b": 22}, {"a": 5, "b": 18}),
}


def assure(cells, proofs, counts=COUNTS, sums=SUMS):
    Publication(counts, sums, cells, RULE).assure(proofs)


def test_a_good_proof_is_taken():
    turned = Proof(None, GOOD["b"].high, GOOD["b"].low)
    assure(BOTH_HIDDEN, {**GOOD, "b": turned})


@pytest.mark.parametrize(
    "proof",
    [
        Proof(1, {"a": 1, "b": 22}, {"a": 4, "b": 19}),  # not wide enough
        Proof(1, {"a": 2, "b": 21}, {"a": 6, "b": 17}),  # does not reach down to 1
        Proof(1, {"a": 1, "b": 22}, {"a": 9, "b": 18}),  # does not add up
        Proof(1, {"a": 1, "b": 22}, {"a": 23, "b": 0}),  # a reader knows b is not nought
        Proof(1, {"a": 1, "b": 22}, {"a": 5, "b": 20, "whole": 25}),  # the whole is printed
    ],
)
def test_a_bad_proof_is_not(proof):
    with pytest.raises(CannotPublishTogether, match="at a threshold of 5: “a”"):
        assure(BOTH_HIDDEN, {"b": Proof(None, GOOD["b"].high, GOOD["b"].low), "a": proof})


def test_what_has_no_proof_is_not_published():
    with pytest.raises(CannotPublishTogether):
        assure(BOTH_HIDDEN, {})


def test_a_small_number_that_is_shown_is_not_published_whatever_the_proof():
    with pytest.raises(CannotPublishTogether):
        assure({**BOTH_HIDDEN, "a": cell_shown(3, RULE)}, GOOD)


def test_a_small_rest_that_follows_from_what_is_shown_is_not_published():
    shown = {"part": cell_shown(20, RULE), "whole": cell_shown(23, RULE)}
    sums = [Sum("whole", ("part",), complete=False)]
    with pytest.raises(CannotPublishTogether, match="taken away"):
        assure(shown, {Rest(0): Proof(1, {}, {})}, {"part": 20, "whole": 23}, sums)


NUMBERS = range(60)


@pytest.mark.parametrize("patience", [0, 20])
def test_without_patience_nothing_is_given_away(monkeypatch, patience):
    monkeypatch.setattr(linking, "PATIENCE", patience)
    monkeypatch.setitem(linking.withhold_linked.__kwdefaults__, "patience", patience)
    told = tried(NUMBERS)
    assert told["numbers attacked"] > 20


def test_a_search_that_finds_the_wrong_things_publishes_nothing_wrong(monkeypatch):
    """It says of every number that it may move alone."""
    monkeypatch.setattr(ways, "searched", lambda equations, place, step, *_: {place: step})
    assert sum(n for key, n in tried(NUMBERS).items() if key[-1] == "refused") > 5


def test_the_attacker_is_awake(monkeypatch):
    """With neither search nor last look, numbers are given away, and it finds them."""
    monkeypatch.setattr(ways, "searched", lambda *_: None)
    monkeypatch.setattr(linking.Protection, "is_proven", lambda *_: True)
    monkeypatch.setattr(Publication, "assure", lambda *_: None)
    assert any(list(given_away(made, made.cells())) for made in map(publication, NUMBERS))
