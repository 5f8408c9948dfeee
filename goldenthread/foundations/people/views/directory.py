"""The directory, one seat, and the choice between two seats."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from goldenthread.foundations.people.askers import CHOSEN_SEAT
from goldenthread.foundations.people.pages.directory import directory_of
from goldenthread.foundations.people.pages.seats import seat_page
from goldenthread.foundations.people.queries.seats import seats_here, seats_seen_by
from goldenthread.foundations.people.views.showing import show


def directory(request) -> HttpResponse:
    seats_of_mine = list(seats_here(request.member))
    people = directory_of(request.member, request.GET)
    return show(request, "people/directory.jinja", people=people, seats_of_mine=seats_of_mine)


def seat(request, seat: int) -> HttpResponse:
    chosen = get_object_or_404(seats_seen_by(request.member), pk=seat)
    return show(request, "people/seat.jinja", page=seat_page(request.member, chosen))


def choose_seat(request) -> HttpResponse:
    """Act from another of one's own seats here, until another is chosen or the session ends."""
    mine = {str(seat.pk): seat for seat in seats_here(request.member)}
    if request.method != "POST":
        return show(request, "people/choose_seat.jinja", seats_of_mine=list(mine.values()))
    wanted = request.POST.get("seat", "")
    if wanted in mine:
        request.session[CHOSEN_SEAT] = mine[wanted].pk
        messages.success(request, f"You now act for {mine[wanted].organisation.name}.")
    return redirect("inbox")
