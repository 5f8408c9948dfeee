"""What the pages of sign-in show that allauth does not gather for them."""

from allauth.socialaccount.models import SocialApp


def organisations() -> list[SocialApp]:
    """Those whose own sign-in we accept."""
    return list(SocialApp.objects.filter(provider="openid_connect").order_by("name"))
