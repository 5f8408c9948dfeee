from django.contrib import messages
from django.views.decorators.http import require_safe

from goldenthread.capabilities.business_plan import permissions, queries
from goldenthread.capabilities.business_plan.actions import balloting as actions
from goldenthread.capabilities.business_plan.forms.balloting import (
    BallotForm,
    PlanFromBallotForm,
    VoteForm,
)
from goldenthread.capabilities.business_plan.pages.ballots import BallotPage, BallotsPage
from goldenthread.capabilities.business_plan.views.showing import address, ask, found, go_to, show
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.people.gate import insist


@require_safe
def ballots(request):
    page = BallotsPage(request.member, request.GET, today())
    return show(request, "business_plan/ballots.jinja", page=page)


@require_safe
def ballot(request, pk):
    page = BallotPage(_seen(request, pk), request.member, today())
    return show(request, "business_plan/ballot.jinja", page=page, ballot=page.ballot)


def new_ballot(request):
    insist(permissions.may_manage(request.member))
    form = BallotForm(request.POST or None)
    if form.is_valid():
        made = actions.open_ballot(**form.cleaned_data, by=request.member)
        messages.success(request, "The ballot is open")
        return go_to(request, "ballot", pk=made.pk)
    cancel = address(request, "ballots")
    return ask(request, form, "Open a ballot", button="Open the ballot", cancel=cancel)


def vote(request, pk):
    page = BallotPage(_seen(request, pk), request.member, today())
    insist(page.may_vote)
    form = VoteForm(request.POST or None, areas=page.areas)
    if form.is_valid():
        actions.vote(ballot=page.ballot, ranks=form.ranks, by=request.member)
        messages.success(request, "Your paper is in. Nobody can see which one it is")
        return go_to(request, "ballot", pk=pk)
    return show(request, "business_plan/vote.jinja", page=page, ballot=page.ballot, form=form)


def close_ballot(request, pk):
    insist(permissions.may_manage(request.member))
    page = BallotPage(_seen(request, pk), request.member, today())
    if request.method == "POST":
        actions.close(ballot=page.ballot, by=request.member)
        return go_to(request, "ballot", pk=pk)
    voted, could = page.turnout
    given = {
        "question": f"Close the ballot “{page.ballot.title}” now?",
        "consequences": [
            f"{voted} of {could} members have voted. The others can no longer do so.",
            "The ranking is shown to everyone at the table. The ballot cannot be opened again.",
        ],
        "button": "Close the ballot",
        "cancel": address(request, "ballot", pk=pk),
    }
    return show(request, "design/confirm.jinja", **given)


def plan_from_ballot(request, pk):
    insist(permissions.may_manage(request.member))
    page = BallotPage(_seen(request, pk), request.member, today())
    insist(page.may_see)
    form = PlanFromBallotForm(
        request.POST or None,
        initial={"areas": page.suggested},
        member=request.member,
        ranked=page.ranked,
    )
    if form.is_valid():
        plan = actions.make_plan_of(ballot=page.ballot, **form.cleaned_data, by=request.member)
        messages.success(request, "The plan is started with these priorities")
        return go_to(request, "plan", pk=plan.pk)
    cancel = address(request, "ballot", pk=pk)
    title = "Make a plan of the priorities"
    return ask(request, form, title, button="Start the plan", cancel=cancel)


def _seen(request, pk):
    return found(queries.ballot_seen_by(request.member, pk), "ballot")
