"""Which GOV.UK component a bound field is drawn with, and what that component is told.

`{{ form.title.as_field_group() }}` comes here for any plain Django field.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField

from goldenthread.foundations.design import choices
from goldenthread.foundations.design.dates import PARTS, DayMonthYear, wrong_parts
from goldenthread.foundations.design.look import Look, look_of

CHARACTERS = (2, 3, 4, 5, 10, 20)


@dataclass(frozen=True)
class Drawing:
    component: str
    params: dict

    @property
    def macro(self) -> str:
        """'govukDateInput' for 'date-input'."""
        return "govuk" + "".join(word.capitalize() for word in self.component.split("-"))


def drawing(field: BoundField) -> Drawing:
    """The component and its parameters; the first kind of widget that fits decides."""
    if field.field.disabled:
        return Drawing("settled", {"label": field.label, "value": choices.in_words(field)})
    for widget, component, params in KINDS:
        if isinstance(field.field.widget, widget):
            return Drawing(_counted(component, field), params(field))
    return Drawing("input", text_input(field))


def _counted(component: str, field: BoundField) -> str:
    """A long answer with a limit says how much room is left."""
    limited = component == "textarea" and getattr(field.field, "max_length", None)
    return "character-count" if limited else component


def label_of(field: BoundField) -> str:
    """The question, with '(optional)' where an answer may be left out."""
    says = getattr(field.form, "says_optional", True)
    revealed = look_of(field.form, field.name).revealed_by
    optional = says and not field.field.required and not revealed
    return f"{field.label} (optional)" if optional else str(field.label)


def asked(field: BoundField) -> dict:
    """What every component is told: its name, hint and error."""
    return {
        "id": field.auto_id,
        "idPrefix": field.auto_id,
        "name": field.html_name,
        "hint": {"text": str(field.help_text)} if field.help_text else None,
        "errorMessage": {"text": field.errors[0]} if field.errors else None,
        "attributes": _attributes(field),
    }


def labelled(field: BoundField) -> dict:
    size = look_of(field.form, field.name).size
    shown = "l" if size == "page" else size
    label = {
        "text": label_of(field),
        "classes": f"govuk-label--{shown}",
        "isPageHeading": size == "page",
    }
    return {**asked(field), "label": label}


def with_legend(field: BoundField) -> dict:
    size = look_of(field.form, field.name).size
    shown = "l" if size == "page" else size
    legend = {
        "text": label_of(field),
        "classes": f"govuk-fieldset__legend--{shown}",
        "isPageHeading": size == "page",
    }
    return {**asked(field), "fieldset": {"legend": legend}}


def text_input(field: BoundField) -> dict:
    look, widget = look_of(field.form, field.name), field.field.widget
    numeric = isinstance(field.field, forms.IntegerField)
    prefix = look.prefix or getattr(field.field, "prefix", "")
    return {
        **labelled(field),
        # A number is typed as text: number inputs change under the mouse wheel and drop what is not a number.
        "type": "text" if numeric else widget.input_type,
        "inputmode": _keyboard(field),
        "spellcheck": False if numeric or widget.input_type == "email" else None,
        "autocomplete": widget.attrs.get("autocomplete"),
        "classes": _width(field, look),
        "prefix": {"text": prefix} if prefix else None,
        "suffix": {"text": look.suffix} if look.suffix else None,
        "value": _typed(field),
    }


def text_area(field: BoundField) -> dict:
    look, most = look_of(field.form, field.name), getattr(field.field, "max_length", None)
    return {
        **labelled(field),
        "rows": look.rows,
        "value": _typed(field),
        "maxlength": most,
        "threshold": 50 if (most or 0) > 500 else None,
    }


def date_parts(field: BoundField) -> dict:
    typed, wrong = field.field.widget.parts(field.value()), wrong_parts(field)
    width = {"day": 2, "month": 2, "year": 4}
    items = [
        {
            "name": part,
            "classes": f"govuk-input--width-{width[part]}"
            + (" govuk-input--error" if part in wrong else ""),
            "value": typed[part],
        }
        for part in PARTS
    ]
    return {**with_legend(field), "namePrefix": field.html_name, "items": items}


def password(field: BoundField) -> dict:
    told = field.field.widget.attrs.get("autocomplete", "current-password")
    return {**labelled(field), "autocomplete": told, "classes": "govuk-!-width-two-thirds"}


def file_upload(field: BoundField) -> dict:
    return {**labelled(field), "multiple": field.field.widget.allow_multiple_selected}


def hidden(field: BoundField) -> dict:
    return {"html": field.as_hidden()}


def one_of(field: BoundField) -> dict:
    look = look_of(field.form, field.name)
    classes = (" govuk-radios--inline" * look.inline) + (" govuk-radios--small" * look.small)
    return {**with_legend(field), "items": choices.items(field), "classes": classes.strip()}


def several(field: BoundField) -> dict:
    look = look_of(field.form, field.name)
    classes = "govuk-checkboxes--small" if look.small else ""
    return {**with_legend(field), "items": choices.items(field), "classes": classes}


def tick(field: BoundField) -> dict:
    """One box that says yes: its label stands beside it, so it needs no legend."""
    box = {"value": "on", "text": str(field.label), "checked": bool(field.value())}
    return {**asked(field), "items": [{**box, **choices.revealed(field, "on")}]}


def from_list(field: BoundField) -> dict:
    return {**labelled(field), "items": choices.items(field, keep_empty=True)}


def _typed(field: BoundField):
    """What stands in the box: what was typed, or the value as this field writes it; never None."""
    value = field.field.widget.format_value(field.value())
    return "" if value is None else value


def _attributes(field: BoundField) -> dict:
    """The widget's own attributes, less those that a component takes by name."""
    taken = {"class", "rows", "cols", "maxlength", "autocomplete", "step", "min", "max", "required"}
    return {name: value for name, value in field.field.widget.attrs.items() if name not in taken}


def _keyboard(field: BoundField) -> str | None:
    if isinstance(field.field, (forms.DecimalField, forms.FloatField)):
        return "decimal"
    return "numeric" if isinstance(field.field, forms.IntegerField) else None


def _width(field: BoundField, look: Look) -> str:
    """The class that makes the box as wide as the answer is expected to be."""
    longest = getattr(field.field, "max_length", None) or 1000
    fits = next((str(width) for width in CHARACTERS if longest <= width), "")
    width = look.width or _usual_width(field.field) or fits
    if not width:
        return ""
    return f"govuk-input--width-{width}" if width.isdigit() else f"govuk-!-width-{width}"


def _usual_width(field: forms.Field) -> str:
    widths = {forms.DecimalField: "10", forms.IntegerField: "5", forms.TimeField: "5"}
    return next((width for kind, width in widths.items() if isinstance(field, kind)), "")


Params = Callable[[BoundField], dict]
KINDS: tuple[tuple[type[forms.Widget], str, Params], ...] = (
    (forms.HiddenInput, "hidden", hidden),
    (DayMonthYear, "date-input", date_parts),
    (forms.CheckboxSelectMultiple, "checkboxes", several),
    (forms.RadioSelect, "radios", one_of),
    (forms.SelectMultiple, "checkboxes", several),
    (forms.Select, "select", from_list),
    (forms.CheckboxInput, "checkboxes", tick),
    (forms.FileInput, "file-upload", file_upload),
    (forms.PasswordInput, "password-input", password),
    (forms.Textarea, "textarea", text_area),
)
