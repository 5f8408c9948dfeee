"""Words as they are compared: case, punctuation and spacing set aside."""

import re


def plain(text: str) -> str:
    """ "RAG-status (Q1)" and "rag status  q1" are one."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold().replace("’", "'").replace("'", "")))
