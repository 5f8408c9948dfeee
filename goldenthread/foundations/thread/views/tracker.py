from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST, require_safe

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.design.words import day
from goldenthread.foundations.thread import actions, permissions, queries
from goldenthread.foundations.thread.forms.capturing import CaptureForm
from goldenthread.foundations.thread.pages import tracker as pages
from goldenthread.foundations.thread.pages.owners import for_owner
from goldenthread.foundations.thread.queries.owners import organisations_of


@require_safe
def tracker(request):
    return _drawn(request, None)


@require_POST
def capture(request):
    taking_part = organisations_of(request.member.partnership_id).values_list("pk", "name")
    form = CaptureForm(request.POST, organisations=taking_part)
    if not form.is_valid():
        return _drawn(request, form)
    action = actions.capture(**form.cleaned_data, by=request.member)
    due = f"due {day(action.due_on)}" if action.due_on else "with no due date yet"
    at = reverse("thread:action", args=[request.member.slug, action.pk])
    link = format_html(
        '<a class="govuk-notification-banner__link" href="{}">{}</a>', at, action.text
    )
    messages.success(
        request,
        format_html(
            "Action {} captured {}, {}: {}",
            action.reference,
            for_owner(action),
            due,
            link,
        ),
    )
    return redirect("thread:index", partnership=request.member.slug)


def _drawn(request, form):
    member = request.member
    thresholds = queries.thresholds_of(member.partnership_id)
    themes = queries.themes_of(member.partnership_id)
    found = pages.listing(member, request.GET, themes, thresholds, today())
    may_capture = permissions.may_record_action(member)
    if form is None and may_capture:
        form = CaptureForm(organisations=found.beside.taking_part)
    page = {
        "list": found,
        "rows": [pages.row_of(action, thresholds, today()) for action in found.rows],
        "query": f"?{request.GET.urlencode()}" if request.GET else "",
        "summary": pages.summary(found.beside.open_by_rating),
        "form": form,
        "may_import": permissions.may_import(member),
        "may_manage": permissions.may_manage(member),
    }
    return render(request, "thread/tracker.jinja", page)
