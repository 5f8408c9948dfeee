"""The gate. It decides who is asking, opens the lock for them, and calls the view inside.

It stands last in the middleware and calls the view itself, from `process_view`, for three reasons,
each seen to fail in silence otherwise: an error in the view must undo all it did, so the
transaction must lie outside the view but inside Django's own handling of errors; a template that is
rendered later, and a body that is streamed later, must be read under the same lock.

Who is asking is found out with the keys of the sign-in pages; the same transaction is then handed
over to the keys of that asker (docs/adr/0006-the-gate-calls-the-view.md says why it is one).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import SimpleTemplateResponse

from goldenthread.foundations.lock.keys import SIGNING_IN, Door, Keys, hand_over, opened
from goldenthread.foundations.people import askers
from goldenthread.foundations.people.entrances import (
    Alive,
    ByLink,
    Entrance,
    Public,
    Seats,
    SignedIn,
    SigningIn,
    entrance_of,
)
from goldenthread.foundations.people.members import Asker
from goldenthread.kernel.decision import Decision

NOT_DECIDED = "Nobody has decided yet who may open this page, so it is closed to everyone."
NO_SEAT = "You do not hold a seat in this partnership."
SECOND_FACTOR_PAGE = "mfa_index"
SAFE = ("GET", "HEAD", "OPTIONS")


def insist(decision: Decision) -> None:
    """Go on if the answer is yes; otherwise refuse, with the reason the decision gives."""
    if not decision:
        raise PermissionDenied(decision.reason)


@contextmanager
def under(asker: Asker, *, reads_only: bool = False) -> Iterator[Asker]:
    """One transaction in which the database shows what this asker may see, and nothing else.

    Requests, jobs, commands and streamed bodies all go through here.
    """
    with opened(asker.keys, reads_only=reads_only):
        yield asker


class Gate:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Refusals pass here too: nothing but what is public is left in a shared browser."""
        response = self.get_response(request)
        match = request.resolver_match
        if match is None or not isinstance(entrance_of(match.view_name), Public):
            response["Cache-Control"] = "no-store, private"
        return response

    def process_view(self, request, view, args, kwargs) -> HttpResponseBase:
        match = request.resolver_match
        entrance = entrance_of(match.view_name)
        slug = request.slug = kwargs.pop("partnership", None)
        return WAYS_IN[type(entrance)](
            entrance, request, lambda: view(request, *args, **kwargs), slug
        )


View = Callable[[], HttpResponseBase]


def closed(entrance: Entrance, request, view: View, slug: str | None) -> HttpResponseBase:
    raise PermissionDenied(NOT_DECIDED)


def alive(entrance: Alive, request, view: View, slug: str | None) -> HttpResponseBase:
    request.member = None
    return view()


def public(entrance: Public, request, view: View, slug: str | None) -> HttpResponseBase:
    """What is published is unlocked by publishing it; a public page sees nothing else."""
    request.member = None
    return _answer(askers.ANYONE, view)


def signing_in(entrance: SigningIn, request, view: View, slug: str | None) -> HttpResponseBase:
    request.member = None
    keys = Keys(Door.SIGN_IN, person=askers.person_in_session(request))
    return _answer(Asker("sign-in", keys), view)


def signed_in(entrance: SignedIn, request, view: View, slug: str | None) -> HttpResponseBase:
    with opened(Keys(Door.SIGN_IN, person=askers.person_in_session(request))):
        asker = askers.across_seats(request)
        if asker is None:
            return _to_sign_in(request)
        if askers.lacks_second_factor(request, asker):  # the inbox shows what waits in every seat
            return redirect(SECOND_FACTOR_PAGE)
        reads_only = request.method in SAFE and not entrance.changes_own_things
        return _let_in(asker, request, view, reads_only=reads_only)


def from_a_seat(entrance: Seats, request, view: View, slug: str | None) -> HttpResponseBase:
    person = askers.person_in_session(request)
    if not person:
        return _to_sign_in(request)
    with opened(Keys(Door.SIGN_IN, person=person)):
        if not request.user.is_authenticated:
            return _to_sign_in(request)
        member = askers.member_at(request, slug)
        if member is None:
            raise PermissionDenied(NO_SEAT)
        if askers.lacks_second_factor(request, member):
            return redirect(SECOND_FACTOR_PAGE)
        request.member = member  # a refusal too says whose seat it is
        insist(_may_enter(entrance, member))
        return _let_in(member, request, view)


def by_link(entrance: ByLink, request, view: View, slug: str | None) -> HttpResponseBase:
    with opened(SIGNING_IN):
        guest = askers.guest_of(request, entrance.purpose)
        if guest is None or guest.slug != slug:
            raise Http404("This link has been used, has run out, or was never sent.")
        return _let_in(guest, request, view)


WAYS_IN: dict[type[Entrance], Callable[..., HttpResponseBase]] = {
    Entrance: closed,
    Alive: alive,
    Public: public,
    SigningIn: signing_in,
    SignedIn: signed_in,
    Seats: from_a_seat,
    ByLink: by_link,
}


def _may_enter(entrance: Seats, member: Asker) -> Decision:
    if entrance.roles & member.roles:
        return Decision(True)
    held = ", ".join(sorted(member.roles)) or "no role"
    able = ", ".join(sorted(entrance.roles))
    return Decision(False, f"Your seat holds {held}. This page is for: {able}.")


def _to_sign_in(request) -> HttpResponseBase:
    return redirect_to_login(request.get_full_path(), "account_login")


def _answer(asker: Asker, view: View) -> HttpResponseBase:
    with under(asker):
        return _rendered(asker, view)


def _let_in(asker: Asker, request, view: View, *, reads_only: bool = False) -> HttpResponseBase:
    """Go on in the transaction in which the asker was found out, with their keys from here on."""
    hand_over(asker.keys, reads_only=reads_only)
    request.member = asker
    return _rendered(asker, view)


def _rendered(asker: Asker, view: View) -> HttpResponseBase:
    response = view()
    if isinstance(response, SimpleTemplateResponse):
        response = response.render()
    if isinstance(response, StreamingHttpResponse):
        response.streaming_content = _streamed_under(asker, response.streaming_content)
    return response


def _streamed_under(asker: Asker, body) -> Iterator[bytes]:
    with under(asker, reads_only=True):
        yield from body
