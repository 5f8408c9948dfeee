"""What the words in one table cell stand for: an amount, a withheld figure, nothing, or words."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

BLANKS = frozenset({"", "-", "–", "—", "--", "n/a", "na", "nil return", ".", "..", "z", ":"})
NONE = frozenset({"nil", "none", "zero"})
FOOTNOTE = re.compile(r"(?:\s*(?:\*+|†|‡|\[\w{1,2}\]|[¹²³⁴-⁹⁰]+|\([a-z]\)))+$")
AMOUNT = re.compile(
    r"(?P<open>\(?)\s*(?P<sign>[-−–+]?)\s*(?P<pound>£?)\s*(?P<sign2>[-−–]?)"
    r"(?P<digits>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"\s*(?P<scale>k|m|million|thousand)?\s*(?P<percent>%|per cent|percent)?\s*(?P<close>\)?)"
    r"(?P<share>\s*\(\s*\d+(?:\.\d+)?\s*%\s*\))?",
    re.IGNORECASE,
)
IN_WORDS_TOO = re.compile(r"[a-z][a-z -]*\((\d{1,3})\)", re.IGNORECASE)
SCALES = {"k": 1000, "thousand": 1000, "m": 1_000_000, "million": 1_000_000}
WITHHELD = frozenset(
    [
        "c",
        "*",
        "**",
        "x",
        "s",
        "[c]",
        "[x]",
        "[s]",
        "(c)",
        "supp",
        "suppressed",
        "withheld",
        "redacted",
        "confidential",
        "#",
        "†",
        "…",
    ]
)
BELOW = re.compile(r"(?:<|less than|fewer than|under|below)\s*(\d{1,3})", re.IGNORECASE)
AT_MOST = re.compile(r"(?:≤|<=|=<|up to)\s*(\d{1,3})|(\d{1,3}) or (?:fewer|less)", re.IGNORECASE)
BETWEEN = re.compile(r"([01])\s*(?:-|–|to)\s*(\d{1,2})", re.IGNORECASE)


@dataclass(frozen=True)
class Amount:
    """A figure. `unit` is '£', '%' or ''; `decimals` is how many places were printed."""

    value: Decimal
    unit: str = ""
    decimals: int = 0
    share: Decimal | None = None
    scaled: bool = False


@dataclass(frozen=True)
class Withheld:
    """A figure kept back, and the range its mark admits; None where the mark gives no limit."""

    least: int = 0
    most: int | None = None


@lru_cache(maxsize=65536)
def blank(text: str) -> bool:
    return text.strip().lower() in BLANKS


@lru_cache(maxsize=65536)
def withheld(text: str) -> Withheld | None:
    """The range that a suppression mark admits, or None if the cell is no such mark."""
    mark = " ".join(text.lower().split())
    if mark in WITHHELD:
        return Withheld()
    if match := BELOW.fullmatch(mark):
        return Withheld(0, int(match[1]) - 1)
    if match := AT_MOST.fullmatch(mark):
        return Withheld(0, int(match[1] or match[2]))
    if match := BETWEEN.fullmatch(mark):
        return Withheld(int(match[1]), int(match[2]))
    return None


@lru_cache(maxsize=65536)
def amount(text: str) -> Amount | None:
    """The figure that a whole cell states ('£1,204', '(312)', '43%', '9*', 'Six (6)'), or None."""
    bare = FOOTNOTE.sub("", text.strip())
    if bare.lower() in NONE:
        return Amount(Decimal(0))
    if match := IN_WORDS_TOO.fullmatch(bare):
        return Amount(Decimal(match[1]))
    match = AMOUNT.fullmatch(bare)
    return figure(match) if match else None


def figure(match: re.Match[str]) -> Amount:
    digits = re.sub(r"[^\d.]", "", match["digits"])
    value = Decimal(digits) * SCALES.get((match["scale"] or "").lower(), 1)
    if (match["open"] and match["close"]) or (match["sign"] + match["sign2"]).strip("+"):
        value = -value
    share = match["share"]
    return Amount(
        value=value,
        unit="£" if match["pound"] else "%" if match["percent"] else "",
        decimals=len(digits.partition(".")[2]),
        share=Decimal(re.sub(r"[^\d.]", "", share)) if share else None,
        scaled=bool(match["scale"]),
    )
