"""Changing, ending and handing over a seat."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from goldenthread.foundations.people import permissions
from goldenthread.foundations.people.actions import seats as actions
from goldenthread.foundations.people.forms.seats import EndSeatForm, HandOverForm, SeatForm
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.people.held_work import work_held_by
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.people.queries.seats import seats_seen_by
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.views.showing import done, go_to, show


def change(request, seat: int) -> HttpResponse:
    chosen = _seat(request, seat)
    held = frozenset(Role(role) for role in chosen.roles)
    insist(permissions.may_change_seat(request.member, chosen, held))
    now = {"title": chosen.title, "roles": chosen.roles, "mailbox": chosen.mailbox}
    form = SeatForm(request.POST or None, initial=now)
    if form.is_valid() and done(
        form, lambda: actions.change_seat(chosen, **form.cleaned_data, by=request.member)
    ):
        messages.success(request, "The seat has been changed.")
        return go_to(request, "seat", seat=chosen.pk)
    return show(request, "people/change_seat.jinja", form=form, seat=chosen)


def end(request, seat: int) -> HttpResponse:
    chosen = _seat(request, seat)
    insist(permissions.may_end_seat(request.member, chosen))
    form = EndSeatForm(request.POST or None, asker=request.member, seat=chosen)
    if form.is_valid() and done(
        form, lambda: actions.end_seat(chosen, **form.cleaned_data, by=request.member)
    ):
        messages.success(request, "The seat has ended, and its work has been passed on.")
        return go_to(request, "seat", seat=chosen.pk)
    held = work_held_by(chosen, asker=request.member)
    return show(request, "people/end_seat.jinja", form=form, seat=chosen, held=held)


def hand_over(request, seat: int) -> HttpResponse:
    chosen = _seat(request, seat)
    insist(permissions.may_hand_over(request.member, chosen))
    form = HandOverForm(request.POST or None, seat=chosen)
    if form.is_valid() and done(
        form, lambda: actions.hand_over(chosen, **form.cleaned_data, by=request.member)
    ):
        messages.success(
            request, "The next holder has been invited. Until then the seat is vacant."
        )
        return go_to(request, "seat", seat=chosen.pk)
    held = work_held_by(chosen, asker=request.member)
    return show(request, "people/hand_over_seat.jinja", form=form, seat=chosen, held=held)


def _seat(request, pk: int) -> Seat:
    return get_object_or_404(seats_seen_by(request.member), pk=pk)
