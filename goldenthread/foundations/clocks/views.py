"""The days on which the partnership is closed: shown, added, taken out; and a date worked out by them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.clocks import closing, reckoning
from goldenthread.foundations.clocks.forms import ClosureForm, ReckonForm
from goldenthread.foundations.clocks.permissions import may_keep_closures
from goldenthread.foundations.clocks.queries import closures_of, closures_since
from goldenthread.foundations.people.gate import insist


def closures(request) -> HttpResponse:
    """Those of this year and those to come; and, if it was asked, the date that was worked out."""
    member, day = request.member, today()
    form = ReckonForm(request.GET if "count" in request.GET else None)
    reckoned = None
    if form.is_valid():
        asked = form.cleaned_data
        reckoned = reckoning.in_working_days(
            asked["start"], asked["count"], partnership_id=member.partnership_id
        )
    found = closures_since(day.replace(day=1, month=1), member)
    page = {"closures": found, "keeps": may_keep_closures(member), "reckoned": reckoned}
    return render(request, "clocks/closures.jinja", page | {"form": form})


def close(request) -> HttpResponse:
    insist(may_keep_closures(request.member))
    form = ClosureForm(request.POST or None)
    if form.is_valid():
        closing.close(**form.cleaned_data, by=request.member)
        messages.success(request, "The closed days are added.")
        return redirect("clocks:closures", partnership=request.member.slug)
    return render(request, "clocks/close.jinja", {"form": form})


@require_POST
def open_again(request, closure: int) -> HttpResponse:
    chosen = get_object_or_404(closures_of(request.member), pk=closure)
    closing.open_again(chosen, by=request.member)
    messages.success(request, "These days are working days again.")
    return redirect("clocks:closures", partnership=request.member.slug)
