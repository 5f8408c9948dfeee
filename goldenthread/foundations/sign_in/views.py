"""The pages of sign-in that are ours, or allauth's with something of ours on them."""

from allauth.account.views import LoginView, LogoutView
from allauth.usersessions.views import ListUserSessionsView
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.foundations.sign_in import queries
from goldenthread.foundations.sign_in.devices import device_of
from goldenthread.foundations.sign_in.ways import queries as ways


class SignIn(LoginView):
    def get_context_data(self, **kwargs) -> dict:
        return {
            **super().get_context_data(**kwargs),
            "demonstration": queries.demonstration() if settings.DEMONSTRATION else None,
            "organisations": self.organisations(),
        }

    def organisations(self) -> list[dict[str, str]]:
        """Those whose own sign-in we accept, each with the address that begins it."""
        wanted = self.get_next_url()
        after = f"?{urlencode({'next': wanted})}" if wanted else ""
        return [
            {"name": name, "address": reverse("openid_connect_login", args=[slug]) + after}
            for name, slug in ways.offered()
        ]


class SignOut(LogoutView):
    def post(self, *args, **kwargs) -> HttpResponse:
        """The browser is told to forget what it has of the site, the back button's pages too."""
        response = super().post(*args, **kwargs)
        response["Clear-Site-Data"] = '"cache", "storage"'
        return response


class Sessions(ListUserSessionsView):
    def get_context_data(self, **kwargs) -> dict:
        return {**super().get_context_data(**kwargs), "device_of": device_of}


def stay(request):
    """Opened to say “I am still here”; opening it is what counts."""
    return HttpResponse(status=204 if request.user.is_authenticated else 401)


def too_many_attempts(request):
    return render(request, "sign_in/too_many_attempts.jinja", status=429)
