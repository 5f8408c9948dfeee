"""A page that holds one form, and how a view reads it."""

from django.shortcuts import render
from django.urls import reverse

from goldenthread.foundations.sign_in.drafts import filling
from goldenthread.foundations.thread.forms.folding import FoldedForm


def asked(
    request, form, title: str, *, about: str = "", button: str = "Save", back: str = "", shown=()
):
    """The page with the form as it was typed, errors beside their fields.

    `shown` are lines of the history that one must have read to answer.
    """
    filling.fill(request, form)
    page = {"form": form, "title": title, "about": about, "button": button, "shown": shown}
    folded = isinstance(form, FoldedForm)
    template = "thread/folded.jinja" if folded else "thread/ask.jinja"
    return render(request, template, page | {"back": back or _whence(request)})


def _whence(request) -> str:
    """The page of the action, recommendation or finding that is asked about: "thread:action-see" → "thread:action"."""
    match = request.resolver_match
    kind = match.url_name.partition("-")[0]
    if kind not in ("action", "recommendation", "finding") or "pk" not in match.kwargs:
        return ""
    return reverse(f"thread:{kind}", args=[request.member.slug, match.kwargs["pk"]])


def files(request):
    return request.FILES if request.method == "POST" else None
