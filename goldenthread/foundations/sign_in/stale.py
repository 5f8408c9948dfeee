"""A form whose proof against forgery has gone stale: one signed in again in another window meanwhile.

Signing in renews the proof, so the form of the first window is refused, and the page behind it may
not be kept by the browser. If the browser itself says that the form came from our own site (other
sites cannot make it say so), what was typed is kept as a draft. It is not carried out.
"""

from django.contrib import messages
from django.shortcuts import redirect

from goldenthread.foundations.design.refusals import not_from_our_form
from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.askers import person_in_session
from goldenthread.foundations.sign_in.drafts import actions, places, words

KEPT = "You signed in again in another window, so this was not sent. It is kept: send it now."


def refused(request, reason=""):
    """Django calls this in place of the page. `reason` is for its own log."""
    draft = _kept(request, person_in_session(request)) if from_our_own_site(request) else None
    if draft is None:
        return not_from_our_form(request, reason)
    messages.info(request, KEPT)
    return redirect("sign_in_kept_words", draft.pk)


def from_our_own_site(request) -> bool:
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def _kept(request, person_id: int):
    place = places.place_of_late_form(request)
    if not person_id or place is None:
        return None
    with opened(Keys(Door.SIGN_IN, person=person_id)):
        if not request.user.is_authenticated:
            return None
        try:
            over = words.number(request.POST.get("draft-over"))
            return actions.keep(
                words.written(request.POST), at=place, over=over, person_id=person_id
            )
        except (words.TooLong, actions.TooMany):
            return None
