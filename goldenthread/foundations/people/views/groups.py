"""Groups: the list, one of them with its members, how they stand under each other, and changes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from goldenthread.foundations.people import permissions
from goldenthread.foundations.people.actions import groups as actions
from goldenthread.foundations.people.forms.groups import ChangeGroupForm, GroupForm, PlaceForm
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.people.models import Group
from goldenthread.foundations.people.pages.directory import groups_of
from goldenthread.foundations.people.pages.groups import group_page
from goldenthread.foundations.people.pages.structure import structure_page
from goldenthread.foundations.people.queries.groups import (
    groups_seen_by,
    partnerships_shared_with,
    places_seen_by,
)
from goldenthread.foundations.people.views.showing import address, done, go_to, show


def groups(request) -> HttpResponse:
    return show(request, "people/groups.jinja", groups=groups_of(request.member, request.GET))


def group(request, group: int) -> HttpResponse:
    return show(
        request, "people/group.jinja", page=group_page(request.member, _group(request, group))
    )


def structure_of_groups(request) -> HttpResponse:
    page = structure_page(request.member, lambda pk: address(request, "group", group=pk))
    return show(request, "people/structure.jinja", page=page)


def add(request) -> HttpResponse:
    insist(permissions.may_keep_people(request.member))
    form = GroupForm(request.POST or None, asker=request.member)
    if form.is_valid() and done(
        form, lambda: actions.add_group(**form.cleaned_data, by=request.member)
    ):
        messages.success(request, "The group has been set up.")
        return go_to(request, "groups")
    return show(request, "people/add_group.jinja", form=form)


def change(request, group: int) -> HttpResponse:
    chosen = _group(request, group)
    insist(permissions.may_change_group(request.member, chosen))
    form = ChangeGroupForm(
        request.POST or None, asker=request.member, group=chosen, initial=_now(chosen)
    )
    if form.is_valid() and done(
        form, lambda: actions.change_group(chosen, **form.cleaned_data, by=request.member)
    ):
        messages.success(request, "The group has been changed.")
        return go_to(request, "group", group=chosen.pk)
    return show(request, "people/change_group.jinja", form=form, group=chosen)


def add_to_group(request, group: int) -> HttpResponse:
    insist(permissions.may_keep_people(request.member))
    chosen = _group(request, group)
    form = PlaceForm(request.POST or None, asker=request.member)
    if form.is_valid() and done(
        form, lambda: actions.add_to_group(chosen, **form.cleaned_data, by=request.member)
    ):
        messages.success(request, "The place has been given.")
        return go_to(request, "group", group=chosen.pk)
    return show(request, "people/add_to_group.jinja", form=form, group=chosen)


@require_POST
def take_out(request, place: int) -> HttpResponse:
    chosen = get_object_or_404(places_seen_by(request.member), pk=place)
    group = chosen.group_id
    actions.take_out_of_group(chosen, by=request.member)
    messages.success(request, "The place has ended.")
    return go_to(request, "group", group=group)


def _now(group: Group) -> dict:
    kept = ("name", "kind", "purpose", "since", "until")
    shared = partnerships_shared_with(group).values_list("pk", flat=True)
    return {
        **{name: getattr(group, name) for name in kept},
        "parent": group.parent_id,
        "shared_with": list(shared),
    }


def _group(request, pk: int) -> Group:
    return get_object_or_404(groups_seen_by(request.member), pk=pk)
