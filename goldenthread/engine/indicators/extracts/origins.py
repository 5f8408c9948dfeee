"""Sex and ethnicity as people write them, where no one code set holds, as the codes of the returns."""

import polars as pl
from polars import col

from goldenthread.engine.indicators.breakdowns import ETHNIC_GROUPS

CODES = "|".join(code for codes in ETHNIC_GROUPS.values() for code in codes)
# Where no code is written: words, and a code of the group they mean. In this order, since white and
# Asian is mixed.
WORDS = {
    "MIXED|WHITE (AND|&) ": "MOTH",
    "WHITE|GYPSY|IRISH": "WOTH",
    "ASIAN|CHINESE|INDIAN|PAKISTANI|BANGLADESHI": "AOTH",
    "BLACK|AFRICAN|CARIBBEAN": "BOTH",
    "OTHER ETHNIC": "OOTH",
}


def sex(column: str) -> pl.Expr:
    """F or M, from `b) Female`, `F` or `female`; else null."""
    return col(column).str.to_uppercase().str.extract(r"^(?:[A-Z]\) *)?(F|M)(?:EMALE|ALE)?$")


def ethnicity(column: str) -> pl.Expr:
    """The code that is written, or one of the group that the words mean; else null."""
    said = col(column).str.to_uppercase()
    by_words = (
        pl.when(said.str.contains(words)).then(pl.lit(code)) for words, code in WORDS.items()
    )
    return pl.coalesce(said.str.extract(rf"\b({CODES})\b"), *by_words)
