"""What is asked about a group and the places in it."""

from django import forms
from django.db.models import QuerySet

from goldenthread.foundations.design.dates import DateField
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look
from goldenthread.foundations.people.forms.choosing import SeatChoice, choose_from
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Group, GroupSeat, Partnership, Seat
from goldenthread.foundations.people.queries.groups import neighbours, own_groups
from goldenthread.foundations.people.queries.seats import people_seated


class GroupForm(GovukForm):
    name = forms.CharField(label="Name", max_length=200)
    kind = forms.ChoiceField(
        label="Kind of group", choices=Group.Kind.choices, widget=forms.RadioSelect
    )
    purpose = forms.CharField(
        label="What it is for", widget=forms.Textarea, max_length=2000, required=False
    )
    parent = forms.ModelChoiceField(
        label="Answers to", queryset=Group.objects.none(), required=False, empty_label=""
    )
    since = DateField(label="Set up on", required=False)
    shared_with = forms.ModelMultipleChoiceField(
        label="Shared with",
        queryset=Partnership.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="A joint group is hosted here, and seen by these partnerships too.",
    )
    looks = {"shared_with": Look(small=True)}

    def __init__(self, *args, asker: Asker, group: Group | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.asker, self.group = asker, group
        choose_from(self, "parent", _others(asker, group))
        choose_from(self, "shared_with", neighbours(asker))

    def clean_name(self):
        name = self.cleaned_data["name"].strip()
        if _others(self.asker, self.group, stand=False).filter(name__iexact=name).exists():
            raise forms.ValidationError("Another group has this name already")
        return name


class ChangeGroupForm(GroupForm):
    until = DateField(
        label="Ended on", required=False, help_text="Leave empty while the group stands."
    )

    def clean(self):
        kept = super().clean()
        since, until = kept.get("since"), kept.get("until")
        if since and until and until < since:
            self.add_error("until", "Ended on must be on or after the day it was set up")
        return kept


def _others(asker: Asker, group: Group | None, *, stand: bool = True) -> QuerySet[Group]:
    """The groups hosted here besides this one; by choice only those that still stand."""
    found = own_groups(asker).filter(until__isnull=True) if stand else own_groups(asker)
    return found.exclude(pk=group.pk) if group else found


class PlaceForm(GovukForm):
    seat = SeatChoice(label="Who", queryset=Seat.objects.none(), empty_label="")
    position = forms.ChoiceField(
        label="Position",
        choices=GroupSeat.Position.choices,
        widget=forms.RadioSelect,
        initial=GroupSeat.Position.MEMBER,
    )

    def __init__(self, *args, asker: Asker, **kwargs):
        super().__init__(*args, **kwargs)
        choose_from(self, "seat", people_seated(asker))
        self.fields["seat"].error_messages["required"] = "Select who is to have a place"
