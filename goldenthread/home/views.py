from django.contrib import messages
from django.shortcuts import render

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.design.filters import Search
from goldenthread.foundations.design.listing import Column, Listing
from goldenthread.home import glance, pages, queries, running, steps
from goldenthread.home import search as finding

MOST_SHOWN = 50
MOST_AT_A_GLANCE = 5


def inbox(request):
    """All that waits for one person, whichever partnership it comes from."""
    seats = queries.seats_of(request.member)
    due = queries.due_across(seats)
    shown = list(due[:MOST_SHOWN])
    more = max(0, due.count() - MOST_SHOWN) if len(shown) == MOST_SHOWN else 0
    page = pages.InboxPage.of(request.member, seats, shown, more, today())
    return render(request, "home/inbox.jinja", {"page": page})


def partnership(request):
    member = request.member
    due = queries.due_here(member)[: MOST_AT_A_GLANCE + 1]
    page = pages.PartnershipPage.of(
        member, due, MOST_AT_A_GLANCE, glance.of(member, today()), today()
    )
    return render(request, "home/partnership.jinja", {"page": page})


def search(request):
    words = " ".join(request.GET.get("words", "").split())[:200]
    page = {
        "words": words,
        "shortest": finding.SHORTEST,
        "found": finding.found(request.member, words),
    }
    return render(request, "home/search.jinja", page)


def trail(request):
    """Who did what and who saw what, page by page."""
    listing = Listing(
        queries.marks_of(request.member),
        request.GET,
        columns=(
            Column("When", "at", by=("pk",)),
            Column("Who"),
            Column("Did what"),
            Column("To what"),
            Column("Detail"),
        ),
        filters=(
            Search("who", "Who", ("by",)),
            steps.StepSearch("did", "Did what", ("did",)),
            Search("to", "To what", ("to",)),
        ),
        sorted_by="-at",
        one="mark",
        per_page=50,
    )
    rows = [pages.MarkRow.of(mark, request.member) for mark in listing.rows]
    return render(request, "home/trail.jinja", {"list": listing, "rows": rows})


def system(request):
    """How the system is running: for those who keep it so."""
    state = running.state()
    for alarm in state.alarms:
        messages.warning(request, alarm)
    return render(request, "home/system.jinja", {"state": state})


def accessibility(request):
    return render(request, "home/accessibility.jinja")
