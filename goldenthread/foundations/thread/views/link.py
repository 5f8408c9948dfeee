"""The page of a single-use link: the actions that an e-mail asked about, and no others."""

from django.shortcuts import render

from goldenthread.foundations.people.actions import use_up
from goldenthread.foundations.thread import queries
from goldenthread.foundations.thread.pages.review import items
from goldenthread.foundations.thread.rules.action_stages import WAITING_FOR_OWNER
from goldenthread.foundations.thread.views.answering import all_kept, forms_for


def by_link(request):
    guest = request.member
    found = list(queries.actions_asked_of(guest).filter(stage__in=WAITING_FOR_OWNER))
    forms = forms_for(request, found)
    if request.method == "POST" and all_kept(forms, guest):
        use_up(guest)
        return render(request, "thread/thanks.jinja")
    nothing = request.method == "POST" and not any(form.errors for form in forms)
    page = {"items": items(found, forms), "forms": forms, "nothing": nothing, "guest": guest}
    return render(request, "thread/by_link.jinja", page)
