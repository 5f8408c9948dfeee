"""Organisations: the list, one of them, the kinds there are, and changes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from goldenthread.foundations.people import kinds, permissions
from goldenthread.foundations.people.actions import organisations as actions
from goldenthread.foundations.people.forms.organisations import (
    ChangeOrganisationForm,
    OrganisationForm,
)
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.people.models import Participation
from goldenthread.foundations.people.pages.directory import organisations_of
from goldenthread.foundations.people.queries.organisations import parts_seen_by, seats_at
from goldenthread.foundations.people.views.showing import done, go_to, show


def organisations(request) -> HttpResponse:
    listed = organisations_of(request.member, request.GET)
    return show(request, "people/organisations.jinja", organisations=listed, kinds=kinds)


def organisation(request, part: int) -> HttpResponse:
    chosen = _part(request, part)
    seats = seats_at(request.member, chosen.organisation_id)
    known = kinds.kinds().get(chosen.organisation.kind)
    after = kinds.successor(known.code) if known else None
    return show(
        request, "people/organisation.jinja", part=chosen, seats=seats, kind=known, after=after
    )


def kinds_of_organisation(request) -> HttpResponse:
    return show(request, "people/kinds.jinja", kinds=kinds)


def add(request) -> HttpResponse:
    insist(permissions.may_keep_people(request.member))
    form = OrganisationForm(request.POST or None)
    if form.is_valid() and done(
        form, lambda: actions.add_organisation(**form.cleaned_data, by=request.member)
    ):
        messages.success(request, f"{form.cleaned_data['name']} takes part now.")
        return go_to(request, "organisations")
    return show(request, "people/add_organisation.jinja", form=form)


def change(request, part: int) -> HttpResponse:
    insist(permissions.may_keep_people(request.member))
    chosen = _part(request, part)
    form = ChangeOrganisationForm(request.POST or None, part=chosen, initial=_now(chosen))
    if form.is_valid() and done(
        form, lambda: actions.change_organisation(chosen, **form.cleaned_data, by=request.member)
    ):
        messages.success(request, "The organisation has been changed.")
        return go_to(request, "organisation", part=chosen.pk)
    return show(request, "people/change_organisation.jinja", form=form, part=chosen)


def _now(part: Participation) -> dict:
    return {
        "name": part.organisation.name,
        "kind": part.organisation.kind,
        "standing": part.standing,
        "since": part.since,
        "until": part.until,
        "ended_on": part.organisation.ended_on,
        "succeeded_by": part.organisation.succeeded_by_id,
    }


def _part(request, pk: int) -> Participation:
    return get_object_or_404(parts_seen_by(request.member), pk=pk)
