"""Read one of a field's choices, by its code or by any of the words that people use for it."""

from goldenthread.engine.intake.fields import Field
from goldenthread.engine.intake.table import Cell
from goldenthread.engine.intake.values.outcome import Outcome, refused, warned
from goldenthread.engine.intake.wording import plain


def read_choice(cell: Cell, field: Field) -> Outcome:
    """The choice's code. A longer text that names one choice and no other is read with a warning."""
    text = str(cell)
    wanted = plain(text)
    exact = [code for code, words in field.choice_words.items() if wanted in words]
    if exact:
        return Outcome(exact[0])
    inside = [code for code, words in field.choice_words.items() if _names_one(wanted, words)]
    if len(inside) == 1:
        return warned(inside[0], f"We read “{text}” as {inside[0].replace('_', ' ')}")
    known = ", ".join(code.replace("_", " ") for code in field.choices)
    return refused(f"“{text}” is not one of the choices for {field.title.casefold()}: {known}")


def _names_one(wanted: str, words: frozenset[str]) -> bool:
    """Whether one of the words stands in the text; single letters would stand in too many."""
    return any(f" {word} " in f" {wanted} " for word in words if len(word) > 2)
