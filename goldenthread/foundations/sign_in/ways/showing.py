"""An organisation's sign-in as its page shows it; the secret is not among it."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from goldenthread.foundations.sign_in import permissions
from goldenthread.foundations.sign_in.models import OrganisationSignIn
from goldenthread.kernel.decision import Decision


@dataclass(frozen=True)
class Way:
    pk: int
    organisation: str
    server: str
    client_id: str
    domains: str
    is_on: bool
    changed: str
    callback: str  # the address that the organisation's IT enters at its end
    may_switch: Decision


def way_of(request, one: OrganisationSignIn) -> Way:
    return Way(
        pk=one.pk,
        organisation=one.organisation.name,
        server=one.server,
        client_id=one.client_id,
        domains=", ".join(one.domains),
        is_on=one.is_on,
        changed=one.changed_by.name,
        callback=callback_of(one),
        may_switch=permissions.may_switch(request.member, one, not one.is_on),
    )


def callback_of(one: OrganisationSignIn) -> str:
    return settings.SITE_ADDRESS + reverse("openid_connect_callback", args=[one.slug])


def back_to_list(request) -> HttpResponse:
    return redirect("sign_in:ways", partnership=request.member.slug)
