"""Our answers about organisations' own sign-in (OpenID Connect), which stand in our table and not allauth's.

One vouches for its own people only, and again each time they come (`ways/queries.py` says whom). It
joins people who are here already, by the address it vouches for, and never makes a person or a seat.
"""

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import AuthProcess
from django.shortcuts import render

from goldenthread.foundations.sign_in.models import OrganisationSignIn
from goldenthread.foundations.sign_in.ways import queries

PROVIDER = "openid_connect"


class OrganisationAdapter(DefaultSocialAccountAdapter):
    def list_apps(self, request, provider=None, client_id=None) -> list[SocialApp]:
        """Those that are switched on, each with its secret opened; never stored in allauth's own table."""
        wanted = queries.switched_on()
        if provider and provider != PROVIDER:
            wanted = wanted.filter(slug=provider)
        if client_id:
            wanted = wanted.filter(client_id=client_id)
        return [as_allauth_asks(one) for one in wanted]

    def is_open_for_signup(self, request, sociallogin) -> bool:
        return False

    def can_authenticate_by_email(self, login, email: str) -> bool:
        app = login.provider.app
        return bool(app) and queries.domain_of(email) in app.settings["domains"]

    def pre_social_login(self, request, sociallogin) -> None:
        """Asked each time: a seat may have ended since. Nobody joins one to an account they are in."""
        joins = sociallogin.state.get("process") == AuthProcess.CONNECT
        person, slug = sociallogin.user, sociallogin.account.provider
        known = sociallogin.is_existing
        if joins or (known and not queries.vouches_for(slug, person.pk, person.email)):
            refused = render(request, "socialaccount/authentication_error.jinja")
            raise ImmediateHttpResponse(refused)


def as_allauth_asks(one: OrganisationSignIn) -> SocialApp:
    return SocialApp(
        provider=PROVIDER,
        provider_id=one.slug,
        name=one.organisation.name,
        client_id=one.client_id,
        secret=one.secret,
        settings={"server_url": one.server, "domains": one.domains},
    )
