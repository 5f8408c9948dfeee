"""Fields that choose an organisation or a seat, from what the asker may see."""

from django import forms
from django.db.models import QuerySet


class PartChoice(forms.ModelChoiceField):
    """An organisation, chosen from those that take part."""

    def label_from_instance(self, part):
        return part.organisation.name


class SeatChoice(forms.ModelChoiceField):
    def label_from_instance(self, seat):
        return f"{seat.person.name if seat.person else 'Vacant'} ({seat.organisation.name})"


def choose_from(form: forms.BaseForm, name: str, offered: QuerySet) -> None:
    """What this field of the form may be chosen from, which depends on who asks."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = offered
