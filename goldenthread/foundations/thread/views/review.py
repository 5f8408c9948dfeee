"""The six-monthly review: everything open for one organisation on one page."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from goldenthread.foundations.design.words import counted
from goldenthread.foundations.sign_in.drafts import filling
from goldenthread.foundations.thread import permissions
from goldenthread.foundations.thread.pages.review import items
from goldenthread.foundations.thread.pages.tags import recommendation_tag
from goldenthread.foundations.thread.queries import review as read
from goldenthread.foundations.thread.rules.action_stages import WAITING_FOR_OWNER
from goldenthread.foundations.thread.views.answering import all_kept, forms_for


@require_safe
def reviews(request):
    found = read.organisations_with_open(request.member)
    return render(request, "thread/reviews.jinja", {"organisations": found})


def review(request, pk):
    member = request.member
    found = read.open_for(pk, member)
    if not found:
        raise Http404
    asked = [a for a in found if a.stage in WAITING_FOR_OWNER and permissions.may_update(member, a)]
    forms = forms_for(request, asked)
    kept = all_kept(forms, member) if request.method == "POST" else 0
    if kept:
        messages.success(request, f"{counted(kept, 'action')} updated")
        return redirect("thread:review-organisation", partnership=member.slug, pk=pk)
    filling.fill(request, *forms)
    return _drawn(request, pk, found, asked, forms)


def _drawn(request, pk, found, asked, forms):
    last = read.last_notes(found)
    only_shown = [action for action in found if action not in asked]
    advice = read.recommendations_open_for(pk, request.member)
    page = {
        "name": found[0].owner_organisation.name,
        "items": items(asked, forms, last),
        "shown": items(only_shown, [None] * len(only_shown), last),
        "forms": forms,
        "nothing": request.method == "POST" and not any(form.errors for form in forms),
        "recommendations": [(one.pk, one.text, recommendation_tag(one.stage)) for one in advice],
    }
    return render(request, "thread/review.jinja", page)
