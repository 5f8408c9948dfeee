"""Error messages in the GOV.UK style, made from a field's label, where the field has none of its own."""

from django import forms

CHOOSING = (forms.ChoiceField, forms.ModelChoiceField)


def in_govuk_style(field: forms.Field, name: str) -> None:
    """Give this field messages that name what it asks; keep any that its form wrote itself."""
    if field.label is None:
        field.label = name.replace("_", " ").capitalize()
    own, usual = field.error_messages, _usual(field)
    label = str(field.label)
    for code, message in _made_from(label, field).items():
        if code not in own or str(own[code]) == str(usual.get(code)):
            own[code] = message


def _usual(field: forms.Field) -> dict:
    """The messages that Django gives this kind of field."""
    found: dict = {}
    for kind in reversed(type(field).__mro__):
        found |= getattr(kind, "default_error_messages", {})
    return found


def _made_from(label: str, field: forms.Field) -> dict[str, str]:
    made = {
        "required": _ask_for(label, field),
        "max_length": f"{_start(label)} must be %(limit_value)d characters or fewer",
        "min_length": f"{_start(label)} must be %(limit_value)d characters or more",
        "max_value": f"{_start(label)} must be %(limit_value)s or less",
        "min_value": f"{_start(label)} must be %(limit_value)s or more",
        "max_decimal_places": f"{_start(label)} must have at most %(max)s decimal places",
        "invalid_choice": f"{_ask_for(label, field)} from the list",
        "invalid_list": f"{_ask_for(label, field)} from the list",
        "invalid_pk_value": f"{_ask_for(label, field)} from the list",
        "empty": "The file is empty",
    }
    invalid = _invalid(label, field)
    return made | ({"invalid": invalid} if invalid else {})


def _invalid(label: str, field: forms.Field) -> str:
    kinds = {
        forms.DateField: f"{_start(label)} must be a real date",
        forms.TimeField: f"{_start(label)} must be a time, like 2:30pm or 14:30",
        forms.EmailField: "Enter an e-mail address in the right format, like name@example.org",
        forms.URLField: "Enter a web address that begins with https:// or http://",
        forms.DecimalField: f"{_start(label)} must be a number, like 12.50",
        forms.IntegerField: f"{_start(label)} must be a whole number, like 12",
        forms.FileField: "The file did not arrive. Choose it again",
    }
    return next((message for kind, message in kinds.items() if isinstance(field, kind)), "")


def _ask_for(label: str, field: forms.Field) -> str:
    """'Enter title', 'Select kind of audit'; a label that is itself a question is quoted."""
    verb = "Select" if isinstance(field, CHOOSING) else "Enter"
    if isinstance(field, forms.BooleanField):
        return f"Tick the box: {_within(label)}"
    if isinstance(field, forms.FileField):
        return f"Choose a file: {_within(label)}"
    if label.endswith("?"):
        return f"{verb} an answer to “{label}”"
    return f"{verb} {_within(label)}"


def _start(label: str) -> str:
    return f"The answer to “{label}”" if label.endswith("?") else label


def _within(label: str) -> str:
    """The label inside a sentence: its first letter small, unless it is an abbreviation or 'I'."""
    first = label.split(" ", 1)[0]
    keeps = first == "I" or any(letter.isupper() for letter in first[1:])
    return label if keeps else label[:1].lower() + label[1:]
