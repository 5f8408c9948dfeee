"""Words cut to their stems: `root` keeps the word and drops its inflection, `stem` cuts deeper.

The field's wordings are known by their roots ("placements" is "placement" and not "place"); other words
meet by their stems ("referred", "referring" and "referral").
"""

import re
from functools import cache

_PLURAL = re.compile(r"(?<=[a-z]{2})(?:(?<=[^aeious])s|(?<=[aeo])s|(?:(?<=ss)|(?<=[xzh]))es)$")
_VERB = re.compile(r"(?<=[a-z]{3})(?:ed|ing)$")
# The longest ending that leaves at least four letters goes first.
_ENDINGS = (
    "ations", "ation", "ating", "ated", "ments", "ment", "ings", "ing", "ately", "ingly", "edly",
    "ness", "ally", "als", "al", "ers", "er", "ies", "ied", "ed", "es", "ly", "ors", "or", "s", "e", "y",
)  # fmt: skip
_STEM_AT_LEAST = 4
# Or "police" would meet "policy", and a nursery a nurse.
_ITS_OWN = {"police": "police", "nursery": "nursery", "nurseries": "nursery", "policed": "police"}


@cache
def stem(word: str) -> str:
    """The word without its endings."""
    if word in _ITS_OWN:
        return _ITS_OWN[word]
    shorter = _without_ending(word)
    return word if shorter == word else stem(shorter)


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_AT_LEAST:
            word = word[: -len(ending)]
            break
    doubled = len(word) > _STEM_AT_LEAST and word[-1] == word[-2]
    return word[:-1] if doubled else word


@cache
def root(word: str) -> str:
    """The word without plural or verb ending: "shares", "shared" and "sharing" meet."""
    shorter = _VERB.sub("", singular(word))
    doubled = len(shorter) > _STEM_AT_LEAST and shorter[-1] == shorter[-2] != "s"
    return (shorter[:-1] if doubled else shorter).removesuffix("e")


@cache
def singular(word: str) -> str:
    """The word for one of them: "policies" and "policy" meet."""
    if word.endswith("ies") and len(word) > _STEM_AT_LEAST:
        return word[:-3] + "y"
    return _PLURAL.sub("", word)
