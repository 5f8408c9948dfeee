"""Signing in through one's organisation, against a provider that answers over HTTP."""

from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialApp
from bs4 import BeautifulSoup
from django.urls import reverse

from goldenthread.foundations.sign_in.tests import people
from goldenthread.foundations.sign_in.tests.people import is_signed_in
from goldenthread.foundations.sign_in.tests.provider import organisation

BEGIN = "openid_connect_login"
BACK = "openid_connect_callback"


@pytest.fixture
def ade(committed):
    return people.someone()


def joined(address: str, domains=("example.org",)) -> None:
    SocialApp.objects.create(
        provider="openid_connect",
        provider_id="council",
        name="Callowdale Council",
        client_id="golden-thread",
        secret="shared",
        settings={"server_url": address, "domains": list(domains)},
    )


def come_back(client, **query):
    """To the organisation's page and back, as the browser would be led."""
    away = client.get(reverse(BEGIN, args=["council"]), query)
    state = parse_qs(urlsplit(away["Location"]).query)["state"][0]
    return client.get(reverse(BACK, args=["council"]), {"code": "abc", "state": state})


def come_as(client, address="ade@example.org", domains=("example.org",), verified=True, **query):
    says = {"sub": "42", "email": address, "email_verified": verified}
    with organisation(**says) as council:
        joined(council.address, domains)
        return come_back(client, **query)


def test_a_person_comes_in_by_the_address_their_organisation_vouches_for(client, ade, owner):
    assert come_as(client)["Location"] == reverse("inbox")
    assert is_signed_in(client)
    did = [did for _, did in people.marks(owner)]
    assert did == ["joined an organisation’s sign-in", "signed in"]


def test_one_lands_where_one_wanted_to_go(client, ade):
    wanted = reverse("usersessions_list")
    assert come_as(client, next=wanted)["Location"] == wanted


def test_the_sign_in_page_offers_the_organisation(client, ade):
    joined("http://127.0.0.1:1")
    page = BeautifulSoup(client.get(reverse("account_login")).content, "html.parser")
    link = page.find("a", string="Sign in with Callowdale Council")
    assert link["href"] == reverse(BEGIN, args=["council"])


def test_a_stranger_gets_no_account_and_no_seat(client, ade, owner):
    answer = come_as(client, "stranger@example.org")
    assert "There is no account for you yet" in answer.content.decode()
    assert not is_signed_in(client)
    assert owner.execute("SELECT count(*) FROM people_person").fetchone() == (1,)


def test_an_address_it_has_not_verified_opens_nothing(client, ade):
    come_as(client, verified=False)
    assert not is_signed_in(client)


def test_an_organisation_vouches_for_its_own_addresses_only(client, ade):
    come_as(client, domains=("elsewhere.example",))
    assert not is_signed_in(client)


def test_an_organisation_that_names_no_addresses_vouches_for_nobody(client, ade):
    come_as(client, domains=())
    assert not is_signed_in(client)


def test_a_second_factor_is_still_asked_for(client, ade):
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    from goldenthread.foundations.lock.keys import Door, Keys, opened
    from goldenthread.foundations.people.models import Person

    with opened(Keys(Door.SIGN_IN, person=ade.person_id)):
        TOTP.activate(Person.objects.get(pk=ade.person_id), generate_totp_secret())
    assert come_as(client)["Location"] == reverse("mfa_authenticate")
    assert not is_signed_in(client)


def test_turning_back_is_told_kindly(client, ade):
    with organisation() as council:
        joined(council.address)
        away = client.get(reverse(BEGIN, args=["council"]))
        state = parse_qs(urlsplit(away["Location"]).query)["state"][0]
        refused = {"error": "access_denied", "state": state}
        answer = client.get(reverse(BACK, args=["council"]), refused, follow=True)
    assert "before you had signed in there" in answer.content.decode()


def test_an_answer_nobody_asked_for_is_refused_in_words(client, ade):
    with organisation() as council:
        joined(council.address)
        forged = {"code": "abc", "state": "made-up"}
        answer = client.get(reverse(BACK, args=["council"]), forged, follow=True)
    assert "Your organisation could not confirm who you are" in answer.content.decode()
    assert not is_signed_in(client)


def test_an_organisation_that_is_out_of_order_is_told_in_words(client, ade):
    joined("http://127.0.0.1:1")
    answer = client.get(reverse(BEGIN, args=["council"]), follow=True)
    assert "Your organisation could not confirm who you are" in answer.content.decode()


def test_an_organisation_that_is_not_ours_is_not_there(client, ade):
    assert client.get(reverse(BEGIN, args=["nobody"])).status_code == 404
