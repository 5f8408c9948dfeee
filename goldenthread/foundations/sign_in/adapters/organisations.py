"""Our answers about organisations' own sign-in (OpenID Connect).

An organisation vouches for its own addresses only. Each `SocialApp` names them in its settings, as
`{"server_url": …, "domains": ["council.gov.uk"]}`; without that, it vouches for nobody. It joins
people who are here already, by the address it vouches for, and never makes a person or a seat.
"""

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter


class OrganisationAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request, sociallogin) -> bool:
        return False

    def can_authenticate_by_email(self, login, email: str) -> bool:
        settings = login.provider.app.settings if login.provider.app else {}
        domain = email.rpartition("@")[2].lower()
        return domain in [named.lower() for named in settings.get("domains", [])]
