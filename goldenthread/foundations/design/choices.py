"""Choices as the items of radios, checkboxes and selects; with hints, and with what each reveals."""

from collections.abc import Iterator

from django.forms.boundfield import BoundField

from goldenthread.foundations.design.look import look_of


def items(field: BoundField, *, keep_empty: bool = False) -> list[dict]:
    """One item a choice. The empty choice is only for a select: no radio says 'nothing'."""
    chosen = _chosen(field)
    return [
        {
            "value": value,
            "text": text if value or text.strip("-") else "Choose one",
            "checked": value in chosen,
            "selected": value in chosen,
            **_hint(field, value),
            **revealed(field, value),
        }
        for value, text in flat(field)
        if value or keep_empty
    ]


def flat(field: BoundField) -> Iterator[tuple[str, str]]:
    """Value and words of each choice; a choice in a named group says the group first."""
    for value, text in getattr(field.field, "choices", ()):
        if isinstance(text, (list, tuple)):
            yield from ((str(inner), f"{value}: {words}") for inner, words in text)
        else:
            yield str("" if value is None else value), str(text)


def in_words(field: BoundField) -> str:
    """The value of a field that cannot be changed, as a reader would have it."""
    value = field.value()
    if hasattr(field.field, "choices"):
        chosen = _chosen(field)
        return ", ".join(text for value, text in flat(field) if value in chosen)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return "" if value is None else str(value)


def revealed(field: BoundField, value: str) -> dict:
    """The field that this choice brings out, drawn inside it."""
    others = [
        other.as_field_group()
        for other in field.form
        if look_of(field.form, other.name).revealed_by == (field.name, value)
    ]
    return {"conditional": {"html": "".join(others)}} if others else {}


def _hint(field: BoundField, value: str) -> dict:
    hint = look_of(field.form, field.name).hints.get(value)
    return {"hint": {"text": hint}} if hint else {}


def _chosen(field: BoundField) -> set[str]:
    value = field.value()
    if value is None:
        return set()
    several = value if isinstance(value, (list, tuple, set)) else [value]
    return {str(getattr(one, "pk", one)) for one in several}
