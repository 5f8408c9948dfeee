"""What people write for yes and no, where no one code set holds."""

from ibis.expr.types import BooleanColumn, StringColumn


def yes(text: StringColumn) -> BooleanColumn:
    """Y, Yes, true or 1; `a)` alone stands for yes. What is not said is no."""
    said = plain(text)
    found = said.startswith("Y") | said.isin(("1", "TRUE")) | (text.upper().strip() == "A)")
    return found.fill_null(False)


def no(text: StringColumn) -> BooleanColumn:
    """N, No, false or 0, and not `NA`; `b)` alone stands for no. What is not said is not no."""
    found = plain(text).isin(("N", "NO", "0", "FALSE")) | (text.upper().strip() == "B)")
    return found.fill_null(False)


def plain(text: StringColumn) -> StringColumn:
    """Capitals, without the letter that Annex A puts before an answer: YES for `a) Yes`."""
    return text.upper().re_replace(r"^[A-Z]\) *", "").strip()
