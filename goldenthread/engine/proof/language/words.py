"""Comparing what two stretches of words are about: plain stems, and a few words of like meaning."""

import re
from functools import lru_cache

WORD = re.compile(r"[a-z][a-z'’]+", re.IGNORECASE)
LITTLE = frozenset(
    [
        "the",
        "of",
        "and",
        "in",
        "to",
        "for",
        "on",
        "at",
        "by",
        "with",
        "from",
        "a",
        "an",
        "or",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "this",
        "that",
        "these",
        "those",
        "there",
        "their",
        "its",
        "it",
        "our",
        "we",
        "they",
        "total",
        "totals",
        "number",
        "numbers",
        "no",
        "overall",
        "all",
        "each",
        "per",
        "during",
        "year",
        "years",
        "made",
        "also",
        "which",
        "who",
        "whom",
        "than",
        "then",
        "into",
        "over",
        "under",
        "between",
        "within",
        "out",
        "up",
        "down",
        "not",
        "any",
        "other",
        "others",
        "more",
        "most",
        "some",
        "such",
        "us",
        "you",
        "your",
        "he",
        "she",
        "his",
        "her",
        "them",
        "only",
        "both",
        "through",
        "across",
        "following",
        "figure",
        "figures",
        "count",
        "subtotal",
        "sub",
        "grand",
    ]
)
ALIKE = {
    alike: group
    for group, words in {
        "people": "person delegate learner participant attendee practitioner professional staff individual trainee attendant",
        "course": "session workshop class",
        "school": "academy",
        "meeting": "conference",
        "notification": "notified notify",
        "referral": "referred refer",
        "child": "children pupil",
    }.items()
    for alike in (group, *words.split())
}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its plural, and as the first of those that mean the same here."""
    bare = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    if bare in ALIKE:
        return ALIKE[bare]
    if bare.endswith("ies") and len(bare) > 4:
        bare = bare[:-3] + "y"
    elif bare.endswith(("sses", "shes", "ches", "xes")):
        bare = bare[:-2]
    elif bare.endswith("s") and not bare.endswith(("ss", "us", "is")) and len(bare) > 3:
        bare = bare[:-1]
    return ALIKE.get(bare, bare)


@lru_cache(maxsize=200_000)
def matter(text: str) -> frozenset[str]:
    """The stems of the words that carry the sense of a text."""
    return frozenset(stem(w) for w in WORD.findall(text) if w.lower() not in LITTLE)
