"""What changed between two versions of a text, word by word."""

import re
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|[^\s]+")


def words_changed(before: str, after: str) -> list[tuple[str, str]]:
    """Runs of text as ("same" | "gone" | "new", text); joined, they give both versions back."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    runs: list[tuple[str, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            runs.append(("same", "".join(old[a:b])))
            continue
        runs += [("gone", "".join(old[a:b]))] * (b > a) + [("new", "".join(new[c:d]))] * (d > c)
    return runs
