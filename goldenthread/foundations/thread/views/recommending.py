"""Write a recommendation: first the form, then the nearest ones made before, then it is kept."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.thread import actions, permissions, queries
from goldenthread.foundations.thread.forms.nearing import AGAIN, INSTEAD, NearForm
from goldenthread.foundations.thread.forms.recommending import RecommendationForm
from goldenthread.foundations.thread.pages.nearest import in_one_line, lines
from goldenthread.foundations.thread.queries import nearest as near
from goldenthread.foundations.thread.queries import recommendation_pages as read
from goldenthread.foundations.thread.views.asking import asked


def new_recommendation(request):
    member = request.member
    insist(permissions.may_record_recommendation(member))
    form = _form(request)
    if not form.is_valid() or "change" in request.POST:
        return asked(
            request, form, "Write a recommendation", button="Check for similar ones, then save"
        )
    found = near.nearest(member, form.cleaned_data["text"])
    choices = [(one.pk, in_one_line(one)) for one in found]
    confirming = NearForm(request.POST if "confirm" in request.POST else None, near=choices)
    if confirming.is_valid():
        return _kept(request, form.cleaned_data, confirming.cleaned_data)
    return _confirm(request, form, confirming, found)


def _form(request) -> RecommendationForm:
    asked_for = request.GET.get("finding", "")
    return RecommendationForm(
        request.POST or None,
        partnership_id=request.member.partnership_id,
        findings=read.finding_choices(request.member, asked_for),
        initial={"findings": [asked_for]},
    )


def _confirm(request, form, confirming, found):
    page = {
        "form": confirming,
        "text": form.cleaned_data["text"],
        "near": lines(found),
        "number": near.number_of(request.member),
        "typed": _typed(request.POST),
    }
    return render(request, "thread/nearest.jinja", page)


def _typed(posted) -> list[tuple[str, str]]:
    """What was typed before, to be carried along; not the answers on this page."""
    ours = {"csrfmiddlewaretoken", "decision", "other", "confirm", "change"}
    return [
        (name, value) for name, values in posted.lists() if name not in ours for value in values
    ]


def _kept(request, given: dict, decided: dict):
    member = request.member
    given["findings"] = list(
        queries.findings_seen_by(member).filter(pk__in=given.pop("findings", None) or [])
    )
    other = decided.get("other") and get_object_or_404(
        queries.recommendations_seen_by(member), pk=decided["other"]
    )
    if other and decided["decision"] == INSTEAD:
        for finding in given["findings"]:
            actions.link_finding(finding=finding, recommendation=other, by=member)
        messages.success(request, "Nothing new was recorded. Here is the earlier recommendation")
        return _to(member, other)
    repeats = other if decided.get("decision") == AGAIN else None
    made = actions.record_recommendation(**given, repeats=repeats, by=member)
    messages.success(request, "The recommendation is recorded")
    return _to(member, made)


def _to(member, advice):
    if not queries.recommendations_seen_by(member).filter(pk=advice.pk).exists():
        return redirect("thread:new-recommendation", partnership=member.slug)
    return redirect("thread:recommendation", partnership=member.slug, pk=advice.pk)
