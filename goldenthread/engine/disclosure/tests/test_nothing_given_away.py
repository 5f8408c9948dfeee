"""Hundreds of made-up publications, tried by an attacker who has only what is printed."""

from collections import Counter

import pytest

from goldenthread.engine.disclosure import CannotPublishTogether
from goldenthread.engine.disclosure.tests.attacker import Reader
from goldenthread.engine.disclosure.tests.publications import KINDS, publication

TRIED = 200
"""The numbers from 0; `python -m bench withholding` tries others."""
FAR = 10**9


def given_away(made, cells):
    """What the attacker places in less room than the rule asks for, though with everything withheld
    there would have been more: (number, lowest, highest)."""
    texts = {key: cell.text for key, cell in cells.items()}
    reader = Reader(made.rule, made.known(), texts, made.unpublished, list(made.told(cells)))
    bare = {key: made.rule.withheld if made.counts[key] else "0" for key in texts}
    blind = Reader(made.rule, made.known(), bare, made.unpublished)
    for key in targets(made, texts):
        low, high = reader.range_of(key)
        if too_close(made, key, (low, high), (1, None)) and too_close(
            made, key, (low, high), blind.range_of(key)
        ):
            yield key, low, high


def targets(made, texts):
    """What is withheld, and what is small and printed nowhere, so far as the product was told of it."""
    withheld = [key for key, text in texts.items() if text == made.rule.withheld]
    if not made.tells_singles:
        return withheld
    return [*withheld, *(k for k in made.unpublished if made.rule.is_small(made.counts[k]))]


def too_close(made, key, found, possible):
    low, high = found[0], FAR if found[1] is None else found[1]
    least, most = possible[0], FAR if possible[1] is None else possible[1]
    threshold = made.rule.threshold
    if high - low < min(max(threshold - 1, 1), most - least):
        return True
    small = made.rule.is_small(made.counts[key])
    return small and (low > max(1, least) or high < min(threshold, most))


def tried(numbers):
    """How many publications of each kind were refused, published, and how many numbers attacked."""
    told = Counter()
    for number in numbers:
        made = publication(number)
        try:
            cells = made.cells()
        except CannotPublishTogether:
            told[made.kind, "refused"] += 1
            continue
        small = [k for k, cell in cells.items() if made.rule.is_small(made.counts[k]) and not cell.is_withheld]  # fmt: skip
        assert not small, (number, small)
        told[made.kind, "published"] += 1
        told["numbers attacked"] += len(targets(made, {k: c.text for k, c in cells.items()}))
        assert list(given_away(made, cells)) == [], number
    return told


@pytest.mark.parametrize("kind", range(len(KINDS)))
def test_nothing_withheld_is_given_away_by_all_that_is_printed(kind):
    told = tried(range(kind, TRIED, len(KINDS)))
    assert told["numbers attacked"] > 20
    assert sum(n for key, n in told.items() if key[-1] == "refused") <= 1, told
