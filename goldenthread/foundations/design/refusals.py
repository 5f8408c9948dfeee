"""The pages for when something is refused, missing or broken. They read nothing from the database:
the page that says the database is away must not need it."""

import logging
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpResponse
from django.template import loader

log = logging.getLogger("goldenthread.refusals")
MANAGER = "business manager"
ASK_MANAGER = "If you think you should be able to, ask your partnership’s business manager, who can see which roles each seat holds."
SEE_ROLES = "What each role may do, and who holds it, stands under People: someone there can do this for you."
DJANGOS_OWN = "matches the given query"
LAST_RESORT = (
    '<!DOCTYPE html><html lang="en-GB"><meta charset="utf-8"><title>Something went wrong – Golden'
    " Thread</title><h1>Something went wrong</h1><p>Nothing was changed. Try again in a few minutes.</p>"
)


@dataclass(frozen=True)
class Bare:
    """A request of which only this is known: for when asking for more may fail again."""

    csp_nonce: str


def bad_request(request, exception=None) -> HttpResponse:
    advice = ["Go back and try again. If you typed the address, check it."]
    return _page(request, 400, "This request could not be read", "", advice)


def not_allowed(request, exception=None) -> HttpResponse:
    """Says the reason that the permission gave."""
    advice = [SEE_ROLES if MANAGER in _roles(request) else ASK_MANAGER]
    return _page(request, 403, "You cannot do this", _reason(exception), advice)


def not_from_our_form(request, reason="") -> HttpResponse:
    """A form that was open too long, or did not come from here. Django's reason is for the log."""
    log.warning("a form was refused: %s", reason)
    advice = [
        "This happens when a page was open for a long time, or when you signed in or out in another tab.",
        "Go back, copy anything you do not want to type again, load the page again and send it once more.",
    ]
    return _page(request, 403, "The form could not be sent", "Nothing was changed.", advice)


def not_found(request, exception=None) -> HttpResponse:
    advice = [
        "If you typed the address, check it. If you followed a link, what it led to may have moved, or may not be open to your seat."
    ]
    return _page(request, 404, "Page not found", _reason(exception), advice)


def no_such_way(request) -> HttpResponse:
    reason = "A page can be read and a form can be sent. Nothing else can be asked here."
    return _page(request, 405, "This cannot be asked", reason, ["Nothing was changed."])


def broken(request) -> HttpResponse:
    advice = [
        "Try again in a few minutes. If it happens again, tell your partnership’s business manager what you were doing."
    ]
    try:
        bare = Bare(str(getattr(request, "csp_nonce", "")))
        return _page(bare, 500, "Something went wrong", "Nothing was changed.", advice)
    except Exception:
        log.exception("the page for errors could not be drawn")
        return HttpResponse(LAST_RESORT, status=500)


def _page(request, status: int, heading: str, reason: str, advice: list[str]):
    """Drawn without the request's own context, which would read the session."""
    context = {"request": request, "heading": heading, "reason": reason, "advice": advice}
    context["has_session"] = settings.SESSION_COOKIE_NAME in getattr(request, "COOKIES", {})
    return HttpResponse(loader.get_template("design/refused.jinja").render(context), status=status)


def _roles(request) -> frozenset:
    return getattr(getattr(request, "member", None), "roles", frozenset())


def _reason(exception) -> str:
    """What was said by whoever refused; Django's own words about queries and patterns are left out."""
    said = exception.args[0] if exception is not None and exception.args else ""
    own = isinstance(exception, Http404) and DJANGOS_OWN in str(said)
    return said if isinstance(said, str) and not own else ""
