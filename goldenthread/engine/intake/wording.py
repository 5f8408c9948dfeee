"""Words as they are compared: case, punctuation and spacing set aside."""

import re

_WORDS = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """ "RAG-status (Q1)" and "rag status  q1" are one."""
    return " ".join(_WORDS.findall(text.casefold().replace("’", "'").replace("'", "")))
