"""How a partnership's people sign in: the list of organisations' sign-ins, and changes to it."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.people.models import Organisation
from goldenthread.foundations.people.queries.organisations import parts_now
from goldenthread.foundations.people.views.showing import done, show
from goldenthread.foundations.sign_in import permissions
from goldenthread.foundations.sign_in.models import OrganisationSignIn
from goldenthread.foundations.sign_in.ways import actions, queries
from goldenthread.foundations.sign_in.ways.forms import AddSignInForm, AwayForm, ChangeSignInForm
from goldenthread.foundations.sign_in.ways.showing import back_to_list, way_of

ENTERED = "The sign-in is entered. Somebody else must check it and switch it on."
SWITCHED = {True: "People of {} may sign in with it now.", False: "The sign-in of {} is off."}


def ways(request) -> HttpResponse:
    found = [way_of(request, one) for one in queries.of_partnership(request.member)]
    decided = {
        "may_enter": permissions.may_enter_sign_in(request.member),
        "may_set": permissions.may_set_minutes_away(request.member, None),
    }
    minutes = queries.minutes_set_by(request.member) or settings.IDLE_MINUTES
    return show(request, "sign_in/ways.jinja", ways=found, minutes=minutes, **decided)


def away(request) -> HttpResponse:
    insist(permissions.may_set_minutes_away(request.member, None))
    form = AwayForm(
        request.POST or None, initial={"minutes": queries.minutes_set_by(request.member)}
    )
    if form.is_valid():
        actions.set_minutes_away(form.cleaned_data["minutes"], by=request.member)
        messages.success(request, "It holds for each person from the next page that they open.")
        return back_to_list(request)
    return show(request, "sign_in/away.jinja", form=form)


def add(request) -> HttpResponse:
    insist(permissions.may_enter_sign_in(request.member))
    form = AddSignInForm(request.POST or None, organisations=_without_one(request))
    if form.is_valid() and done(
        form, lambda: actions.add_sign_in(**form.cleaned_data, by=request.member)
    ):
        messages.success(request, ENTERED)
        return back_to_list(request)
    return show(request, "sign_in/way_form.jinja", form=form, way=None)


def change(request, pk: int) -> HttpResponse:
    insist(permissions.may_enter_sign_in(request.member))
    chosen = _chosen(request, pk)
    now = {"server": chosen.server, "client_id": chosen.client_id}
    now["domains"] = "\n".join(chosen.domains)
    form = ChangeSignInForm(request.POST or None, initial=now)
    if form.is_valid() and done(
        form, lambda: actions.change_sign_in(chosen, **form.cleaned_data, by=request.member)
    ):
        messages.success(request, ENTERED)
        return back_to_list(request)
    return show(request, "sign_in/way_form.jinja", form=form, way=way_of(request, chosen))


@require_POST
def switch(request, pk: int) -> HttpResponse:
    """`on` in the form says which way."""
    chosen, on = _chosen(request, pk), request.POST.get("on") == "yes"
    actions.switch(chosen, on=on, by=request.member)
    messages.success(request, SWITCHED[on].format(chosen.organisation.name))
    return back_to_list(request)


def _chosen(request, pk: int) -> OrganisationSignIn:
    return get_object_or_404(queries.of_partnership(request.member), pk=pk)


def _without_one(request):
    """The organisations that take part now and have no sign-in here yet."""
    here = parts_now(request.member).values("organisation_id")
    with_one = queries.of_partnership(request.member).values("organisation_id")
    return Organisation.objects.filter(pk__in=here).exclude(pk__in=with_one)
