"""What changed between two versions of a text, word by word."""

import re
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|[^\s]+")


def words_changed(before: str, after: str) -> list[tuple[str, str]]:
    """Runs of text as ("same" | "gone" | "new", text); without the new they give `before`, and
    without the gone `after`. A space between two changed words belongs to the change."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    runs: list[tuple[str, str]] = []
    gone, fresh = "", ""
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        was, now = "".join(old[a:b]), "".join(new[c:d])
        if kind != "equal" or (was.isspace() and (gone or fresh)):
            gone, fresh = gone + was, fresh + now
            continue
        runs += _pair(gone, fresh)
        runs.append(("same", was))
        gone, fresh = "", ""
    return runs + _pair(gone, fresh)


def _pair(gone: str, new: str) -> list[tuple[str, str]]:
    if gone == new:
        return [("same", gone)] * bool(gone)
    return [("gone", gone)] * bool(gone) + [("new", new)] * bool(new)
