"""Signing in through one's organisation, against a provider that answers over HTTP."""

from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup
from django.urls import reverse

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.models import Organisation, Person, Seat
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.sign_in.models import OrganisationSignIn
from goldenthread.foundations.sign_in.tests import people
from goldenthread.foundations.sign_in.tests.people import is_signed_in
from goldenthread.foundations.sign_in.tests.provider import organisation

BEGIN = "openid_connect_login"
BACK = "openid_connect_callback"


def joined(address: str, domains=("example.org",), is_on=True) -> None:
    """The council of Ade's seat has its own sign-in, at this address."""
    with opened(Keys(Door.SIGN_IN)):
        ade = Person.objects.get(email="ade@example.org").pk
    with opened(Keys(Door.SIGN_IN, person=ade)):
        seat = Seat.objects.filter(person_id=ade).earliest("pk")
    with opened(Keys(Door.MACHINE, (seat.partnership_id,))):
        Organisation.objects.filter(pk=seat.organisation_id).update(name="Callowdale Council")
        OrganisationSignIn.objects.update_or_create(
            partnership_id=seat.partnership_id,
            organisation_id=seat.organisation_id,
            slug="council",
            defaults={
                "server": address,
                "client_id": "golden-thread",
                "secret": "shared",
                "domains": list(domains),
                "is_on": is_on,
                "changed_by_id": ade,
            },
        )


def come_back(client, **query):
    """To the organisation's page and back, as the browser would be led."""
    away = client.get(reverse(BEGIN, args=["council"]), query)
    state = parse_qs(urlsplit(away["Location"]).query)["state"][0]
    return client.get(reverse(BACK, args=["council"]), {"code": "abc", "state": state})


def come_as(client, address="ade@example.org", verified=True, **query):
    says = {"sub": "42", "email": address, "email_verified": verified}
    held = {name: query.pop(name) for name in ("domains", "is_on") if name in query}
    with organisation(**says) as council:
        joined(council.address, **held)
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


def test_the_secret_lies_sealed_and_reaches_the_organisation_plain(client, ade, owner):
    with organisation(sub="42", email="ade@example.org", email_verified=True) as council:
        joined(council.address)
        come_back(client)
        assert "client_secret=shared" in council.sent
    (stored,) = owner.execute("SELECT secret FROM sign_in_organisationsignin").fetchone()
    assert "shared" not in stored
    assert owner.execute("SELECT count(*) FROM socialaccount_socialapp").fetchone() == (0,)


def test_one_that_is_switched_off_is_not_offered_and_opens_nothing(client, ade):
    joined("http://127.0.0.1:1", is_on=False)
    assert "Callowdale Council" not in client.get(reverse("account_login")).content.decode()
    assert client.get(reverse(BEGIN, args=["council"])).status_code == 404


def test_it_vouches_for_nobody_who_has_a_seat_in_another_partnership(client, ade):
    with opened(Keys(Door.SIGN_IN)):
        person = Person.objects.get(pk=ade.person_id)
    elsewhere = factories.member(email="elsewhere@example.org")
    with opened(Keys(Door.MACHINE, (elsewhere.partnership_id,))):
        Seat.objects.filter(pk=elsewhere.seat_id).update(person=person)
    assert "could not confirm" in come_as(client).content.decode()
    assert not is_signed_in(client)


def test_it_stops_vouching_when_the_seat_ends_though_it_was_joined(client, ade):
    come_as(client)
    client.post(reverse("account_logout"))
    with opened(Keys(Door.MACHINE, (ade.partnership_id,))):
        Seat.objects.filter(pk=ade.seat_id).update(until="2026-01-01")
    come_as(client)
    assert not is_signed_in(client)


def test_nobody_is_led_to_join_it_to_the_account_they_are_in(client, ade, owner):
    people.sign_in(client)
    come_as(client, "stranger@example.org", process="connect")
    joined_now = owner.execute("SELECT count(*) FROM socialaccount_socialaccount").fetchone()
    assert joined_now == (0,)
