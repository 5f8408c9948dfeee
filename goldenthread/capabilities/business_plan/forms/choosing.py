from collections.abc import Iterable

from django import forms as fields


def offer(form: fields.BaseForm, name: str, choices: Iterable[tuple[object, str]]) -> None:
    """Give one field of a form what can be chosen now."""
    field = form.fields[name]
    assert isinstance(field, fields.ChoiceField)
    field.choices = list(choices)
