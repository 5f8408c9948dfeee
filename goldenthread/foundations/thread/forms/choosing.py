"""Fields that choose among the partnership's own: groups, organisations, people, themes."""

from collections.abc import Iterable

from django import forms

from goldenthread.foundations.people.queries.groups import groups_of
from goldenthread.foundations.thread.queries.owners import organisations_of, seats_of
from goldenthread.foundations.thread.queries.themes import themes_of


def number_or_none(value: str) -> int | None:
    return int(value) if value else None


class NumberChoice(forms.TypedChoiceField):
    """A choice of one record by its number; nothing chosen is None."""

    def __init__(self, **kwargs):
        super().__init__(coerce=number_or_none, empty_value=None, **kwargs)


def organisation_field(partnership_id: int, label: str = "Organisation that owns it"):
    named = organisations_of(partnership_id).values_list("pk", "name")
    return organisation_among(named, label)


def organisation_among(named: Iterable, label: str = "Organisation that owns it"):
    """Of these, as (number, name); a query is asked when the choices are first needed."""
    return NumberChoice(choices=lambda: [("", "None"), *named], label=label, required=False)


def group_field(partnership_id: int, label: str = "Group that owns it"):
    named = groups_of(partnership_id).values_list("pk", "name")
    return NumberChoice(choices=lambda: [("", "None"), *named], label=label, required=False)


def seat_field(partnership_id: int, label: str = "Person who owns it"):
    def choices():
        seats = seats_of(partnership_id)
        return [("", "None"), *((seat.pk, _seat_in_words(seat)) for seat in seats)]

    return NumberChoice(choices=choices, label=label, required=False)


def themes_field(partnership_id: int):
    """Several themes, under the title of the list that each is from."""
    return forms.MultipleChoiceField(
        choices=lambda: _by_edition(partnership_id),
        widget=forms.CheckboxSelectMultiple,
        label="Themes",
        required=False,
        help_text="Choose all that apply",
    )


def _by_edition(partnership_id: int) -> list[tuple[str, str]]:
    known = themes_of(partnership_id).values()
    return [(theme.key, f"{theme.title} ({theme.edition_title})") for theme in known]


def _seat_in_words(seat) -> str:
    held = seat.person.name if seat.person_id else seat.title or "Vacant seat"
    return f"{held}, {seat.organisation.name}"
