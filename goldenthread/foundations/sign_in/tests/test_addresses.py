"""Nothing of allauth's can be reached but what we have drawn."""

from pathlib import Path

import pytest
from django.contrib.auth import login
from django.contrib.auth.models import AnonymousUser
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.test import RequestFactory
from django.urls import NoReverseMatch, get_resolver, reverse

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.models import Person
from goldenthread.foundations.sign_in import addresses, permissions
from goldenthread.foundations.sign_in.tests import people

NOT_OFFERED = [
    "account_signup",
    "account_signup_by_passkey",
    "account_request_login_code",
    "account_confirm_email",
    "mfa_signup_webauthn",
    "mfa_trust",
    "mfa_download_recovery_codes",
    "socialaccount_signup",
    "socialaccount_connections",
]
HERE = Path(addresses.__file__).parent / "jinja2"


def template_of(page) -> str | None:
    return getattr(getattr(page.callback, "view_class", None), "template_name", None)


def test_each_page_has_a_template_of_ours():
    named = {page.name: template_of(page) for page in addresses.urlpatterns}
    drawn = {name: template for name, template in named.items() if template}
    assert len(drawn) > 20, "the search for templates found too few"
    for name, template in drawn.items():
        assert (HERE / template).exists(), f"{name} wants {template}"
        get_template(template)


def test_allauths_own_templates_cannot_be_drawn():
    with pytest.raises(TemplateDoesNotExist):
        get_template("account/login.html")


@pytest.mark.parametrize("name", NOT_OFFERED)
def test_a_journey_that_we_do_not_offer_has_no_address(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_every_page_of_allauths_is_one_that_we_list():
    reached = {
        key
        for key in get_resolver().reverse_dict
        if isinstance(key, str)
        and key.startswith(("account_", "mfa_", "socialaccount_", "usersessions_", "openid"))
    }
    assert reached <= {page.name for page in addresses.urlpatterns}
    for_everyone = {name for name in permissions.PAGES if not name.startswith("sign_in:")}
    assert {page.name for page in addresses.urlpatterns} == for_everyone


def test_someone_who_took_up_an_invitation_finds_that_session_listed(committed, client):
    """`people` signs them in with Django's own `login`, past allauth."""
    member = people.someone()
    request = RequestFactory().get("/")
    request.session, request.user = client.session, AnonymousUser()
    with opened(Keys(Door.SIGN_IN, person=member.person_id)):
        login(request, Person.objects.get(pk=member.person_id))
        assert people.sessions_of(member) == [request.session.session_key]
