"""Each journey of one's own account, as a browser without scripts would go through it."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from django.urls import reverse

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.sign_in.post import deliver
from goldenthread.foundations.sign_in.tests import people
from goldenthread.foundations.sign_in.tests.people import is_signed_in, sign_in

NEW = "quiet lantern orchard"


@pytest.fixture
def ade(committed):
    return people.someone()


@pytest.fixture
def inside(client, ade):
    """Signed in, and just confirmed again, as a change to how one signs in asks for."""
    sign_in(client)
    client.post(reverse("account_reauthenticate"), {"password": people.PASSWORD})
    return client


def page_of(response) -> BeautifulSoup:
    assert response.status_code == 200, response
    return BeautifulSoup(response.content, "html.parser")


def problems(response) -> str:
    return page_of(response).select_one(".govuk-error-summary").text


def post_letters(owner) -> str:
    """Do what the worker would; the text of the last letter."""
    for (arguments,) in owner.execute(
        "DELETE FROM procrastinate_jobs WHERE task_name LIKE '%%deliver' RETURNING args"
    ).fetchall():
        deliver(**arguments)
    return mail.outbox[-1].body if mail.outbox else ""


def code_now(secret: str, steps: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def set_up_app(client) -> str:
    """Sets up an authenticator app; its key."""
    page = page_of(client.get(reverse("mfa_activate_totp")))
    secret = page.find(id="totp-key").text
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})
    assert answer["Location"] == reverse("mfa_view_recovery_codes")
    return secret


def test_an_app_is_set_up_and_then_asked_for(client, inside):
    secret = set_up_app(inside)
    newcomer = Client()
    assert sign_in(newcomer)["Location"] == reverse("mfa_authenticate")
    assert not is_signed_in(newcomer)
    answer = newcomer.post(reverse("mfa_authenticate"), {"code": code_now(secret, 1)})
    assert answer["Location"] == reverse("inbox")
    assert is_signed_in(newcomer)


def test_a_code_works_once_even_after_allauth_has_forgotten_it(inside, owner):
    code = code_now(set_up_app(inside), 1)
    for newcomer, goes_in in ((Client(), True), (Client(), False)):
        sign_in(newcomer)
        newcomer.post(reverse("mfa_authenticate"), {"code": code})
        assert is_signed_in(newcomer) == goes_in
        forgotten = owner.execute(
            "DELETE FROM sign_in_count WHERE cache_key LIKE '%allauth.mfa.totp.used%'"
        )
        assert forgotten.rowcount == 1


def test_a_wrong_code_is_refused_in_words(client, inside):
    set_up_app(inside)
    newcomer = Client()
    sign_in(newcomer)
    answer = newcomer.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Enter the code that is shown now" in problems(answer)
    assert not is_signed_in(newcomer)


def test_the_secret_of_an_app_is_sealed_in_the_database(client, inside, owner):
    secret = set_up_app(inside)
    held = str(owner.execute("SELECT data FROM mfa_authenticator").fetchall())
    assert secret not in held
    assert "gAAAA" in held  # how everything sealed begins


def test_while_an_app_is_set_up_its_secret_is_sealed_in_the_session(inside, owner):
    page = page_of(inside.get(reverse("mfa_activate_totp")))
    secret = page.find(id="totp-key").text
    assert inside.session["mfa.totp.secret"] == secret
    assert secret not in str(owner.execute("SELECT * FROM django_session").fetchall())


def test_recovery_codes_are_shown_once_and_each_works_once(client, inside):
    set_up_app(inside)
    page = page_of(inside.get(reverse("mfa_view_recovery_codes")))
    codes = page.find(id="recovery-codes").text.split()
    assert len(codes) == 10
    assert codes[0] in page.find("a", download=True)["href"]
    assert codes[0] not in inside.get(reverse("mfa_view_recovery_codes")).content.decode()
    for newcomer, goes_in in ((Client(), True), (Client(), False)):
        sign_in(newcomer)
        newcomer.post(reverse("mfa_authenticate"), {"code": codes[0]})
        assert is_signed_in(newcomer) == goes_in


def test_new_recovery_codes_replace_the_old(inside):
    set_up_app(inside)
    old = page_of(inside.get(reverse("mfa_view_recovery_codes"))).find(id="recovery-codes").text
    page_of(inside.get(reverse("mfa_generate_recovery_codes")))
    inside.post(reverse("mfa_generate_recovery_codes"))
    new = page_of(inside.get(reverse("mfa_view_recovery_codes"))).find(id="recovery-codes").text
    assert not set(old.split()) & set(new.split())


def test_an_app_is_removed(inside):
    set_up_app(inside)
    page_of(inside.get(reverse("mfa_deactivate_totp")))
    assert inside.post(reverse("mfa_deactivate_totp"))["Location"] == reverse("mfa_index")
    newcomer = Client()
    assert sign_in(newcomer)["Location"] == reverse("inbox")


def test_changing_a_factor_long_after_signing_in_asks_again(inside, settings):
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = -1
    answer = inside.get(reverse("mfa_activate_totp"))
    assert answer["Location"].startswith(reverse("account_reauthenticate"))
    page_of(inside.get(answer["Location"]))
    assert "Enter your password" in problems(inside.post(answer["Location"], {"password": "no"}))
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
    answer = inside.post(answer["Location"], {"password": people.PASSWORD})
    assert answer["Location"] == reverse("mfa_activate_totp")


def test_confirming_again_with_a_code(inside, settings):
    secret = set_up_app(inside)
    page_of(inside.get(reverse("mfa_reauthenticate")))
    answer = inside.post(reverse("mfa_reauthenticate"), {"code": code_now(secret, 1)})
    assert answer["Location"] == reverse("inbox")


def test_a_role_that_reaches_case_records_is_led_to_set_up_a_second_factor(
    client, committed, settings
):
    settings.SECOND_FACTOR_REQUIRED = True
    member = people.someone(Role.BUSINESS_MANAGER)
    sign_in(client)
    page = reverse("documents:download", kwargs={"partnership": member.slug, "pk": 1})
    answer = client.get(page)
    assert answer["Location"] == reverse("mfa_index")
    assert "A second factor keeps your account safe" in page_of(client.get(answer["Location"])).text
    client.post(reverse("account_reauthenticate"), {"password": people.PASSWORD})
    set_up_app(client)
    assert client.get(page).status_code == 404


def test_a_forgotten_password_is_replaced_by_a_link_that_works_once(client, ade, owner):
    page_of(client.get(reverse("account_reset_password")))
    asked = client.post(reverse("account_reset_password"), {"email": "ade@example.org"})
    page_of(client.get(asked["Location"]))
    letter = post_letters(owner)
    link = re.search(r"http://testserver(\S+)", letter).group(1)
    form = client.get(link)["Location"]
    page_of(client.get(form))
    done = client.post(form, {"password1": NEW, "password2": NEW})
    page_of(client.get(done["Location"]))
    assert not is_signed_in(client)
    sign_in(client, password=NEW)
    assert is_signed_in(client)
    again = page_of(Client().get(link))
    assert "no longer works" in again.h1.text


def test_an_unknown_address_gets_the_same_page_and_no_letter(client, ade, owner):
    asked = client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})
    assert asked["Location"] == reverse("account_reset_password_done")
    assert post_letters(owner) == ""


def test_letters_wait_sealed(client, ade, owner):
    client.post(reverse("account_reset_password"), {"email": "ade@example.org"})
    held = str(owner.execute("SELECT args FROM procrastinate_jobs").fetchall())
    assert "sealed" in held
    assert "ade@example.org" not in held


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short", "at least 12 characters"),
        ("123456789012", "entirely numeric"),
        ("ade@example.org", "too similar"),
    ],
)
def test_a_weak_password_is_refused(inside, password, said):
    typed = {"oldpassword": people.PASSWORD, "password1": password, "password2": password}
    assert said in problems(inside.post(reverse("account_change_password"), typed))


def test_a_changed_password_signs_out_everywhere_else(inside, owner):
    elsewhere = Client()
    sign_in(elsewhere)
    page_of(inside.get(reverse("account_change_password")))
    typed = {"oldpassword": people.PASSWORD, "password1": NEW, "password2": NEW}
    inside.post(reverse("account_change_password"), typed)
    assert is_signed_in(inside)
    assert not is_signed_in(elsewhere)
    assert ("Ade Okoro", "changed their password") in people.marks(owner)
    assert "Something changed in how you sign in" in post_letters(owner)


def test_sessions_are_listed_and_ended_everywhere_else(inside, owner):
    elsewhere = Client(headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"})
    sign_in(elsewhere)
    page = page_of(inside.get(reverse("usersessions_list")))
    assert "Firefox on Windows" in page.text
    assert "(this one)" in page.text
    inside.post(reverse("usersessions_list"))
    assert is_signed_in(inside)
    assert not is_signed_in(elsewhere)
    assert ("Ade Okoro", "signed out everywhere else") in people.marks(owner)


def test_an_e_mail_address_changes_once_a_code_sent_to_it_is_typed(inside, owner):
    page_of(inside.get(reverse("account_email")))
    typed = {"email": "new@example.org", "action_add": ""}
    answer = inside.post(reverse("account_email"), typed)
    assert answer["Location"] == reverse("account_email_verification_sent")
    page_of(inside.get(answer["Location"]))
    code = post_letters(owner).split("\n\n")[1]
    assert mail.outbox[-1].to == ["new@example.org"]
    assert problems(inside.post(answer["Location"], {"code": "wrong"}))
    inside.post(answer["Location"], {"code": code})
    newcomer = Client()
    sign_in(newcomer, email="new@example.org")
    assert is_signed_in(newcomer)
    assert not is_signed_in_with(newcomer, "ade@example.org")


def is_signed_in_with(client, email: str) -> bool:
    client.post(reverse("account_logout"))
    sign_in(client, email=email)
    return is_signed_in(client)


def test_an_address_that_belongs_to_another_is_not_given_away(inside, owner):
    people.someone(email="bo@example.org")
    answer = inside.post(reverse("account_email"), {"email": "bo@example.org", "action_add": ""})
    assert answer["Location"] == reverse("account_email_verification_sent")
    code = post_letters(owner).split("\n\n")[1]  # which only the other can read
    assert "already" in problems(inside.post(answer["Location"], {"code": code}))


def test_an_address_that_was_never_confirmed_is_confirmed_at_sign_in(client, committed, owner):
    people.someone(verified=False)
    answer = sign_in(client)
    assert answer["Location"] == reverse("account_email_verification_sent")
    page_of(client.get(answer["Location"]))
    client.post(answer["Location"], {"code": post_letters(owner).split("\n\n")[1]})
    assert is_signed_in(client)


def test_a_closed_account_does_not_open(client, ade, owner):
    owner.execute("UPDATE people_person SET is_active = false")
    answer = sign_in(client)
    assert answer["Location"] == reverse("account_inactive")
    page_of(client.get(answer["Location"]))
    assert not is_signed_in(client)


def test_factors_leave_marks(inside, owner):
    set_up_app(inside)
    inside.post(reverse("mfa_deactivate_totp"))
    did = [did for _, did in people.marks(owner)]
    assert did.count("added a second factor") == 2  # the app, and the codes that come with it
    assert "removed a second factor" in did


def test_another_persons_factors_are_out_of_reach(inside, ade):
    set_up_app(inside)
    stranger = people.someone(email="bo@example.org")
    with opened(Keys(Door.INBOX, person=stranger.person_id)):
        assert not Authenticator.objects.exists()
    with opened(Keys(Door.INBOX, person=ade.person_id)):
        assert Authenticator.objects.count() == 2
