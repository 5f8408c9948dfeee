"""What is asked about an organisation and its part in the partnership."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.design.dates import DateField
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.people import kinds
from goldenthread.foundations.people.forms.choosing import choose_from
from goldenthread.foundations.people.models import Organisation, Participation


def kind_choices() -> list[tuple[str, Any]]:
    """The kinds in use today, sector by sector; historic names cannot be chosen."""
    now = kinds.in_force(today())
    grouped = [(s, [(k.code, k.name) for k in now if k.sector == s]) for s in kinds.sectors()]
    return [("", ""), *((sector, choices) for sector, choices in grouped if choices)]


class OrganisationForm(GovukForm):
    name = forms.CharField(label="Name", max_length=200)
    kind = forms.ChoiceField(label="Kind of organisation", choices=kind_choices)
    standing = forms.ChoiceField(
        label="Its part in this partnership",
        choices=Participation.Standing.choices,
        widget=forms.RadioSelect,
    )
    since = DateField(label="Takes part since", required=False)


class ChangeOrganisationForm(OrganisationForm):
    until = DateField(
        label="Took part until",
        required=False,
        help_text="Leave empty while it takes part. Its seats must be ended first.",
    )

    ended_on = DateField(
        label="No longer exists since",
        required=False,
        help_text="Only when the organisation itself has ended, everywhere.",
    )
    succeeded_by = forms.ModelChoiceField(
        label="What came after it",
        queryset=Organisation.objects.none(),
        required=False,
        empty_label="",
    )

    def __init__(self, *args, part: Participation, **kwargs):
        super().__init__(*args, **kwargs)
        self.part = part
        choose_from(self, "succeeded_by", _others_here(part))
        code = part.organisation.kind
        if code not in {kind.code for kind in kinds.in_force(today())}:
            historic = (code, f"{kinds.named(code)} (historic)")
            self.fields["kind"] = forms.ChoiceField(
                label="Kind of organisation", choices=[historic, *kind_choices()]
            )

    def clean_name(self):
        name = self.cleaned_data["name"].strip()
        others = Organisation.objects.exclude(pk=self.part.organisation_id)
        if others.filter(name__iexact=name).exists():
            raise forms.ValidationError("Another organisation has this name already")
        return name

    def clean(self):
        kept = super().clean()
        since, until = kept.get("since"), kept.get("until")
        if since and until and until < since:
            self.add_error("until", "Took part until must be on or after the day it began")
        if kept.get("succeeded_by") and not kept.get("ended_on"):
            self.add_error("ended_on", "Enter the day since which it no longer exists")
        return kept


def _others_here(part: Participation) -> QuerySet[Organisation]:
    """The organisations that take part in the same partnership."""
    others = Organisation.objects.filter(participations__partnership_id=part.partnership_id)
    return others.exclude(pk=part.organisation_id)
