"""Which measures tell of each other: a total and its parts, a share and the two counts beneath it.

What one of them withholds, the others must not give away (showing/withholding.py).
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from goldenthread.foundations.measures.definitions import shipped


@cache
def parts() -> dict[str, tuple[str, ...]]:
    """By the code of a total, the measures that together make it."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in shipped("parts"):
        found[row["whole"]].append(row["part"])
    return {whole: tuple(codes) for whole, codes in found.items()}


@cache
def shares() -> dict[str, tuple[str, str]]:
    """By the code of a share or rate, the measures that are its numerator and its denominator."""
    rows = shipped("benchmarks")
    codes = {(row["table"], row["measure"]): row["code"] for row in rows}
    return {
        row["code"]: (
            codes[row["table"], row["numerator"]],
            codes[row["table"], row["denominator"]],
        )
        for row in rows
        if row["numerator"]
    }


def kin(codes: Iterable[str]) -> set[str]:
    """These measures and all that tell of them, however many steps away."""
    found = set(codes)
    waiting = list(found)
    for code in waiting:
        new = _beside().get(code, set()) - found
        found |= new
        waiting += new
    return found


@cache
def _beside() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    groups = [(whole, *made_of) for whole, made_of in parts().items()]
    groups += [(share, *counts) for share, counts in shares().items()]
    for group in groups:
        for code in group:
            found[code] |= set(group) - {code}
    return found
