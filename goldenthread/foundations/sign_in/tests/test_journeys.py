"""Each journey of one's own account, as a browser without scripts would go through it."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from goldenthread.foundations.sign_in.tests import people
from goldenthread.foundations.sign_in.tests.going import (
    page_of,
    post_letters,
    problems,
)
from goldenthread.foundations.sign_in.tests.people import is_signed_in, sign_in

NEW = "quiet lantern orchard"


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
def test_a_weak_password_is_refused(confirmed, password, said):
    typed = {"oldpassword": people.PASSWORD, "password1": password, "password2": password}
    assert said in problems(confirmed.post(reverse("account_change_password"), typed))


def test_a_changed_password_signs_out_everywhere_else(confirmed, owner):
    elsewhere = Client()
    sign_in(elsewhere)
    page_of(confirmed.get(reverse("account_change_password")))
    typed = {"oldpassword": people.PASSWORD, "password1": NEW, "password2": NEW}
    confirmed.post(reverse("account_change_password"), typed)
    assert is_signed_in(confirmed)
    assert not is_signed_in(elsewhere)
    assert ("Ade Okoro", "changed their password") in people.marks(owner)
    assert "Something changed in how you sign in" in post_letters(owner)


def test_sessions_are_listed_and_ended_everywhere_else(confirmed, owner):
    elsewhere = Client(headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"})
    sign_in(elsewhere)
    page = page_of(confirmed.get(reverse("usersessions_list")))
    assert "Firefox on Windows" in page.text
    assert "(this one)" in page.text
    confirmed.post(reverse("usersessions_list"))
    assert is_signed_in(confirmed)
    assert not is_signed_in(elsewhere)
    assert ("Ade Okoro", "signed out everywhere else") in people.marks(owner)


def test_an_e_mail_address_changes_once_a_code_sent_to_it_is_typed(confirmed, owner):
    page_of(confirmed.get(reverse("account_email")))
    typed = {"email": "new@example.org", "action_add": ""}
    answer = confirmed.post(reverse("account_email"), typed)
    assert answer["Location"] == reverse("account_email_verification_sent")
    page_of(confirmed.get(answer["Location"]))
    code = post_letters(owner).split("\n\n")[1]
    assert mail.outbox[-1].to == ["new@example.org"]
    assert problems(confirmed.post(answer["Location"], {"code": "wrong"}))
    confirmed.post(answer["Location"], {"code": code})
    newcomer = Client()
    sign_in(newcomer, email="new@example.org")
    assert is_signed_in(newcomer)
    assert not is_signed_in_with(newcomer, "ade@example.org")


def is_signed_in_with(client, email: str) -> bool:
    client.post(reverse("account_logout"))
    sign_in(client, email=email)
    return is_signed_in(client)


def test_an_address_that_belongs_to_another_is_not_given_away(confirmed, owner):
    people.someone(email="bo@example.org")
    answer = confirmed.post(reverse("account_email"), {"email": "bo@example.org", "action_add": ""})
    assert answer["Location"] == reverse("account_email_verification_sent")
    code = post_letters(owner).split("\n\n")[1]  # which only the other can read
    assert "already" in problems(confirmed.post(answer["Location"], {"code": code}))


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
