"""The forms that the site's own forms begin with: GOV.UK error messages, sections, and fields that
come out when they are wanted. A plain Django form is drawn too; these say more.

    class PlanAudit(forms.GovukForm):
        title = fields.CharField(label="Title")
        kind = fields.ChoiceField(label="Kind of audit", choices=…, widget=RadioSelect)
        other = fields.CharField(label="Say what kind")
        looks = {"other": Look(revealed_by=("kind", "other"))}
        sections = (Section("About the audit", ("title", "kind")),)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField

from goldenthread.foundations.design import messages
from goldenthread.foundations.design.dates import asked_in_parts
from goldenthread.foundations.design.look import Look, look_of


@dataclass(frozen=True)
class Section:
    title: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A section as it is drawn; the last has no title and holds what no section named."""

    title: str
    fields: list[BoundField]


class Govuk(forms.BaseForm):
    """Mixed into Form and ModelForm below."""

    looks: Mapping[str, Look] = {}
    sections: Sequence[Section] = ()
    says_optional = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.DateField) and isinstance(field.widget, forms.DateInput):
                self.fields[name] = field = asked_in_parts(field)
            messages.in_govuk_style(field, name)

    def is_shown(self, name: str) -> bool:
        """Whether the answer that reveals this field was given; yes for a field that nothing hides."""
        by = look_of(self, name).revealed_by
        if by is None or not self.is_bound:
            return True
        answer = self[by[0]].data
        given = answer if isinstance(answer, (list, tuple)) else [answer]
        ticked = "on" if answer is True else None
        return (by[1] in [*map(str, given), ticked]) and self.is_shown(by[0])

    def add_error(self, field, error) -> None:
        """What nobody was asked cannot be wrong."""
        if field is None or self.is_shown(field):
            super().add_error(field, error)

    def clean(self):
        kept = super().clean() or self.cleaned_data
        for name, field in self.fields.items():
            if not self.is_shown(name):
                kept[name] = getattr(field, "empty_value", None)
        return kept


class GovukForm(Govuk, forms.Form):
    """A form in the GOV.UK style."""


class GovukModelForm(Govuk, forms.ModelForm):
    """The same, from a model."""


def asks_for_words(form) -> bool:
    """Whether the form has a box for more than a line, so that much may be typed in it."""
    return any(isinstance(field.widget, forms.Textarea) for field in form.fields.values())


def sections_of(form) -> list[Part]:
    """The form's fields, section by section, without those that a choice reveals."""
    sections = getattr(form, "sections", ())
    named = {name for section in sections for name in section.names}
    rest = tuple(name for name in form.fields if name not in named)
    parts = [*sections, Section("", rest)]
    return [Part(part.title, _drawn_here(form, part.names)) for part in parts if part.names]


def _drawn_here(form, names: Sequence[str]) -> list[BoundField]:
    return [form[name] for name in names if look_of(form, name).revealed_by is None]
