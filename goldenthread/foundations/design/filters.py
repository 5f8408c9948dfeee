"""The ways in which a list can be narrowed by its address. See listing.py."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Protocol

from django import forms
from django.db.models import Q, QuerySet

from goldenthread.foundations.design.look import Look

LONGEST_SEARCH = 200


class Filter(Protocol):
    """What the address may ask (`name`), what that means, and how it is asked for on the page."""

    @property
    def name(self) -> str: ...

    @property
    def label(self) -> str: ...

    def understood(self, asked: list[str]) -> list[str]:
        """What was asked, less what makes no sense."""

    def narrow(self, found: QuerySet, values: list[str]) -> QuerySet: ...

    def in_words(self, value: str) -> str: ...

    def field(self) -> forms.Field: ...


@dataclass(frozen=True)
class Choice:
    """One of some choices; several of them with `several`. `lookup` may be any Django lookup."""

    name: str
    label: str
    choices: Sequence[tuple[str, str]]
    lookup: str
    several: bool = False

    def understood(self, asked: list[str]) -> list[str]:
        known = {str(value) for value, _ in self.choices}
        kept = [value for value in dict.fromkeys(asked) if value in known]
        return kept if self.several else kept[:1]

    def narrow(self, found: QuerySet, values: list[str]) -> QuerySet:
        return found.filter(**{f"{self.lookup}__in": values})

    def in_words(self, value: str) -> str:
        return next(str(words) for known, words in self.choices if str(known) == value)

    def field(self) -> forms.Field:
        if self.several:
            widget = forms.CheckboxSelectMultiple
            return forms.MultipleChoiceField(
                choices=self.choices, widget=widget, label=self.label, required=False
            )
        every = [("", "All"), *self.choices]
        return forms.ChoiceField(choices=every, label=self.label, required=False)


@dataclass(frozen=True)
class Conditions(Choice):
    """Named conditions that no single field holds: {"overdue": Q(due_on__lt=today), …}.

    Where there are many, a function from name to condition: only what is asked for is made.
    """

    lookup: str = ""
    conditions: Mapping[str, Q] | Callable[[str], Q] = field(default_factory=dict)

    def narrow(self, found: QuerySet, values: list[str]) -> QuerySet:
        meant = self.conditions if callable(self.conditions) else self.conditions.__getitem__
        return found.filter(reduce(or_, map(meant, values)))


@dataclass(frozen=True)
class Search:
    """Every word must stand in one of these fields."""

    name: str
    label: str
    fields: tuple[str, ...]
    hint: str = ""

    def understood(self, asked: list[str]) -> list[str]:
        words = " ".join("".join(asked[:1]).replace("\x00", " ").split())[:LONGEST_SEARCH]
        return [words] if words else []

    def narrow(self, found: QuerySet, values: list[str]) -> QuerySet:
        for word in values[0].split():
            found = found.filter(
                reduce(or_, (Q(**{f"{field}__icontains": word}) for field in self.fields))
            )
        return found

    def in_words(self, value: str) -> str:
        return f"“{value}”"

    def field(self) -> forms.Field:
        return forms.CharField(label=self.label, required=False, help_text=self.hint)


class FilterForm(forms.Form):
    says_optional = False
    looks: dict[str, Look] = {}


def filter_form(filters: Sequence[Filter], values: Mapping[str, list[str]]) -> FilterForm:
    """The filters as a form that shows what is in force."""
    form = FilterForm(auto_id="filter-%s")
    for each in filters:
        form.fields[each.name] = field = each.field()
        now = values[each.name]
        field.initial = now if isinstance(field, forms.MultipleChoiceField) else "".join(now[:1])
    form.looks = {each.name: Look(small=True) for each in filters}
    return form
