from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from goldenthread.foundations.thread.pages.picture import picture
from goldenthread.foundations.thread.queries.picture import woven_around

KINDS = ("finding", "recommendation", "action")


@require_safe
def thread(request, kind, pk):
    member = request.member

    def address(kind: str, pk: int) -> str:
        return reverse(f"thread:{kind}", kwargs={"partnership": member.slug, "pk": pk})

    drawn = picture(woven_around(kind, pk, member), address) if kind in KINDS else None
    if drawn is None:
        raise Http404
    page = {"drawn": drawn, "kind": kind, "came_from": address(kind, pk)}
    return render(request, "thread/picture.jinja", page)
