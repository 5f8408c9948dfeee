"""Pages about what one has kept."""

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldenthread.foundations.sign_in.drafts import actions, places, queries, words

KEPT = "What you typed is kept for 30 days. Only you can see it."
TOO_MUCH = "There is too much here to keep. Send it, or copy it to a place of your own."


@require_POST
def keep(request):
    """The button "Save for later", and the script that saves while one types."""
    place = places.place(request.POST.get("draft-page", ""), request.POST.get("draft-sends-to", ""))
    if place is None:
        raise Http404
    over, person_id = words.number(request.POST.get("draft-over")), request.member.person_id
    try:
        draft = actions.keep(words.written(request.POST), at=place, over=over, person_id=person_id)
    except (words.TooLong, actions.TooMany):
        return _not_kept(request, place)
    if _asked_by_script(request):
        return JsonResponse({"over": draft.pk})
    messages.success(request, KEPT)
    return redirect(place.address)


def _not_kept(request, place: places.Place):
    if _asked_by_script(request):
        return HttpResponse(status=413)
    messages.error(request, TOO_MUCH)
    return redirect(place.address)


def _asked_by_script(request) -> bool:
    return request.headers.get("Accept") == "application/json"


def everything(request):
    return render(
        request,
        "sign_in/everything_kept.jinja",
        {"drafts": queries.kept_by(request.member.person_id)},
    )


def kept(request, pk: int):
    """What one typed, field by field, with the ways to go on from it."""
    draft = queries.one(request.member.person_id, pk)
    if draft is None:
        raise Http404
    held = words.read(draft.words)
    shown = {"draft": draft, "words": held, "said": words.said(held)}
    return render(request, "sign_in/kept.jinja", shown)


@require_POST
def throw_away(request, pk: int):
    actions.lay_aside(pk, person_id=request.member.person_id)
    messages.success(request, "What you had kept is thrown away.")
    return redirect("sign_in_everything_kept")
