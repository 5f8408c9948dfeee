"""Signs out whoever has gone away, and keeps the form that they send too late. Just outside the gate.

Only opening a page winds the clock: a script that saves in the background does not. A form that
arrives too late has passed the check against forgery, since that hangs from its own cookie and not
from the session. It is stored as a draft of the person whose session it was, and is never carried out
by itself; who signs in next is asked, if they are that person, what to do with it.
"""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.urls import reverse

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.askers import person_in_session
from goldenthread.foundations.sign_in import clock, marks
from goldenthread.foundations.sign_in.drafts import actions, places, words

AWAY = "You were signed out because you had been away. Sign in to carry on where you were."
KEPT = "You were signed out before you sent your answers. They are kept: sign in to carry on."
NOT_KEPT = "You were signed out before you sent your answers, and there was too much to keep."
MOST_LATE_FORMS = 20
ALWAYS_A_PAGE = "sign_in_stay"


class IdleClock:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method == "POST" and response.status_code in (302, 303):
            lay_aside_what_was_sent(request)
        return response

    def process_view(self, request, view, args, kwargs):
        if person_in_session(request):
            if not clock.ran_out(request):
                if is_a_page(request):
                    clock.renew(request)
                return None
            marks.mark_by_id("was signed out after being away", clock.stop(request))
            messages.info(request, AWAY)
        return keep_if_late(request)


def is_a_page(request) -> bool:
    """Whether a person opened this, and not a script in the background."""
    if request.resolver_match.view_name == ALWAYS_A_PAGE:
        return True
    return request.headers.get("Sec-Fetch-Dest", "document") == "document"


def keep_if_late(request):
    """A form of someone whom the clock has signed out: keep it, and lead them to sign in."""
    left = request.session.get(clock.LEFT)
    if request.method != "POST" or not left or left["kept"] >= MOST_LATE_FORMS:
        return None
    place = places.place_of_late_form(request)
    if place is None:
        return None
    request.session[clock.LEFT] = {**left, "kept": left["kept"] + 1}
    list(messages.get_messages(request))  # what follows says it better
    return _keep(request, place, left["person"])


def _keep(request, place: places.Place, person_id: int):
    try:
        with opened(Keys(Door.SIGN_IN, person=person_id)):
            text, over = words.written(request.POST), words.number(request.POST.get("draft-over"))
            draft = actions.keep(text, at=place, over=over, person_id=person_id)
    except (words.TooLong, actions.TooMany):
        messages.error(request, NOT_KEPT)
        return redirect_to_login(place.address, "account_login")
    messages.info(request, KEPT)
    return redirect_to_login(reverse("sign_in_kept_words", args=[draft.pk]), "account_login")


def lay_aside_what_was_sent(request) -> None:
    """A form that held kept words, and has been taken: they are done with."""
    person_id, pk = person_in_session(request), words.number(request.POST.get("draft-sent"))
    if person_id and pk:
        with opened(Keys(Door.SIGN_IN, person=person_id)):
            actions.lay_aside(pk, person_id=person_id)
