from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.thread import actions, permissions, queries
from goldenthread.foundations.thread.forms.recommending import FindingForm
from goldenthread.foundations.thread.pages import finding as pages
from goldenthread.foundations.thread.queries import recommendation_pages as read
from goldenthread.foundations.thread.queries.history import history_of
from goldenthread.foundations.thread.queries.themes import named
from goldenthread.foundations.thread.views.asking import asked


@require_safe
def findings(request):
    themes = queries.themes_of(request.member.partnership_id)
    found = pages.listing(request.member, request.GET, themes)
    page = {
        "list": found,
        "rows": [pages.row_of(finding) for finding in found.rows],
        "may_add": permissions.may_record_finding(request.member),
    }
    return render(request, "thread/findings.jinja", page)


@require_safe
def finding(request, pk):
    member = request.member
    found = get_object_or_404(read.finding_with_themes(member), pk=pk)
    led_to = read.recommendations_from(found, member)
    page = pages.page_of(found, member, led_to, named(found), history_of(found))
    may_add = permissions.may_record_recommendation(member)
    return render(request, "thread/finding.jinja", {"page": page, "may_add": may_add})


def new_finding(request):
    member = request.member
    insist(permissions.may_record_finding(member))
    form = FindingForm(request.POST or None, partnership_id=member.partnership_id)
    if form.is_valid():
        made = actions.record_finding(**form.cleaned_data, by=member)
        messages.success(request, "The finding is recorded")
        return redirect(_after(member), partnership=member.slug, **_where(member, made))
    return asked(request, form, "Record a finding", button="Record the finding")


def _after(member) -> str:
    """Some record findings without reading all of them."""
    return "thread:finding" if queries.findings_seen_by(member).exists() else "thread:new-finding"


def _where(member, made) -> dict:
    return {"pk": made.pk} if _after(member) == "thread:finding" else {}
