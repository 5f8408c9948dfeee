"""From a sentence to terms: words lightly stemmed, and the field's phrases as the one idea they name."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent
_WORD = re.compile(r"[a-z0-9]+(?:&[a-z])?")
# The longest ending that leaves at least four letters goes first.
_ENDINGS = (
    "ations", "ation", "ating", "ated", "ments", "ment", "ings", "ing", "ately", "ingly", "edly",
    "ness", "ally", "als", "al", "ers", "er", "ies", "ied", "ed", "es", "ly", "ors", "or", "s", "e", "y",
)  # fmt: skip
_STEM_AT_LEAST = 4
_LEFT_WHOLE = {"police"}  # or it would meet "policy"
_MARKS = {"topic": "=", "who": "~", "word": "~"}
TOPIC_WEIGHT = 2.0


class Term(NamedTuple):
    """`stem` is what is compared; `shown` is how a person would recognise it.

    A topic's stem begins with "=", that of another of the field's ideas (who, or what is done) with "~".
    """

    stem: str
    shown: str


def terms_of(text: str) -> list[Term]:
    """The terms of a text in order: "MASH" and "the front door" are one term, small words none."""
    words = _words(text)
    stems = [stem(word) for word in words]
    return list(_with_phrases(words, stems))


def is_topic(stem: str) -> bool:
    """Whether a term names what a lesson is about, not who it is for or what they should do."""
    return stem.startswith(_MARKS["topic"])


@cache
def stem(word: str) -> str:
    """Cut a word's endings so that "referred", "referring" and "referral" meet."""
    shorter = _without_ending(word)
    return word if shorter == word else stem(shorter)


def _without_ending(word: str) -> str:
    if word in _LEFT_WHOLE:
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_AT_LEAST:
            word = word[: -len(ending)]
            break
    doubled = len(word) > _STEM_AT_LEAST and word[-1] == word[-2]
    return word[:-1] if doubled else word


def weight(stem: str) -> float:
    """How much a term tells: a topic most, words that every recommendation uses little."""
    return _commonplace().get(stem, TOPIC_WEIGHT if is_topic(stem) else 1.0)


def is_small(word: str) -> bool:
    return _commonplace().get(stem(word), 1.0) == 0


def _with_phrases(words: list[str], stems: list[str]) -> Iterator[Term]:
    at = 0
    while at < len(stems):
        length, concept = _phrase_at(stems, at)
        if concept:
            yield Term(concept, concept[1:])
        elif not is_small(words[at]):
            yield Term(stems[at], words[at])
        at += max(length, 1)


def _phrase_at(stems: list[str], at: int) -> tuple[int, str]:
    """The longest of the field's phrases that begins here: how many words it has, and its concept."""
    for length in range(_longest_phrase(), 0, -1):
        concept = _phrases().get(tuple(stems[at : at + length]))
        if concept and at + length <= len(stems):
            return length, concept
    return 0, ""


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    """Stemmed phrase → concept with its mark, from the field's own list."""
    return {
        tuple(map(stem, _words(row["phrase"]))): _MARKS[row["kind"]] + row["concept"]
        for row in rows_of("synonyms.csv")
    }


@cache
def _longest_phrase() -> int:
    return max(map(len, _phrases()))


@cache
def _commonplace() -> dict[str, float]:
    weights = {stem(row["word"]): float(row["weight"]) for row in rows_of("commonplace.csv")}
    concepts = {_phrases().get((word,), ""): at for word, at in weights.items() if at}
    return {**concepts, **weights}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "'").replace("'s", ""))


def rows_of(name: str) -> list[dict[str, str]]:
    """The lines of one of the lists beside this module, `synonyms.csv` or `commonplace.csv`."""
    with (_HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
