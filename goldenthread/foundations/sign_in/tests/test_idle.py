"""Being away signs one out, and loses nothing that was typed."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.sign_in import idle
from goldenthread.foundations.sign_in.tests import people
from goldenthread.foundations.sign_in.tests.people import is_signed_in, sign_in

WORDS = "The family had moved twice that year."


def away(client, minutes: float) -> None:
    session = client.session
    session["seen"] -= int(minutes * 60)
    session.save()


def page_of(response) -> BeautifulSoup:
    assert response.status_code == 200, response
    return BeautifulSoup(response.content, "html.parser")


def send_late(client, form, **typed):
    away(client, 21)
    return client.post(form, {"what_happened": WORDS, **typed})


def test_twenty_minutes_without_opening_a_page_signs_one_out(inside, owner):
    away(inside, 19)
    assert is_signed_in(inside)
    away(inside, 21)
    answer = inside.get(reverse("inbox"))
    assert answer["Location"] == f"{reverse('account_login')}?next=/"
    assert "you had been away" in page_of(inside.get(answer["Location"])).text
    assert people.marks(owner)[-1] == ("Ade Okoro", "was signed out after being away")


def test_opening_pages_keeps_one_signed_in(inside):
    for _ in range(3):
        away(inside, 15)
        assert is_signed_in(inside)


def test_a_script_in_the_background_does_not(inside):
    away(inside, 15)
    inside.get(reverse("inbox"), headers={"Sec-Fetch-Dest": "empty"})
    away(inside, 6)
    assert not is_signed_in(inside)


def test_saying_that_one_is_still_here_does(inside):
    away(inside, 15)
    stays = inside.get(reverse("sign_in_stay"), headers={"Sec-Fetch-Dest": "empty"})
    assert stays.status_code == 204
    away(inside, 15)
    assert is_signed_in(inside)


def test_a_day_is_the_longest_however_busy(inside):
    session = inside.session
    session["began"] -= 12 * 3600 + 1
    session.save()
    assert not is_signed_in(inside)


def test_one_lands_where_one_was(inside, form):
    away(inside, 21)
    answer = inside.get(f"{form}?page=2")
    page = page_of(inside.get(answer["Location"]))
    assert page.find("input", {"name": "next"})["value"] == f"{form}?page=2"


def test_a_form_sent_too_late_is_kept_and_offered_to_the_same_person(inside, form):
    answer = send_late(inside, form)
    page = page_of(inside.get(answer["Location"]))
    assert "They are kept" in page.text
    wanted = page.find("input", {"name": "next"})["value"]
    sign_in(inside, next=wanted)
    kept = page_of(inside.get(wanted))
    assert WORDS in kept.text
    again = kept.find("form", action=form)
    assert again.find("input", {"name": "what_happened"})["value"] == WORDS


def test_nothing_is_carried_out_by_a_form_sent_too_late(inside, form, monkeypatch):
    monkeypatch.setattr(
        "goldenthread.foundations.documents.views.download", lambda *a, **k: pytest.fail("ran")
    )
    assert send_late(inside, form).status_code == 302


def test_somebody_else_who_signs_in_next_sees_nothing_of_it(inside, form):
    people.someone(email="bo@example.org")
    wanted = page_of(inside.get(send_late(inside, form)["Location"]))
    wanted = wanted.find("input", {"name": "next"})["value"]
    sign_in(inside, email="bo@example.org")
    assert inside.get(wanted).status_code == 404
    assert WORDS not in inside.get(reverse("sign_in_everything_kept")).content.decode()


def test_two_pages_open_at_the_time_are_both_kept(inside, form, owner):
    send_late(inside, form)
    inside.post(form, {"what_happened": "And from the other page."})
    assert owner.execute("SELECT count(*) FROM sign_in_draft").fetchone() == (2,)


def test_no_more_than_twenty_are_kept_without_signing_in(inside, form, owner):
    send_late(inside, form)
    for _ in range(25):
        inside.post(form, {"what_happened": WORDS})
    kept = owner.execute("SELECT count(*) FROM sign_in_draft").fetchone()
    assert kept == (idle.MOST_LATE_FORMS,)


def test_too_much_to_keep_is_said_and_not_stored(inside, form, owner):
    answer = send_late(inside, form, more="x" * 1_000_001)
    assert "too much to keep" in page_of(inside.get(answer["Location"])).text
    assert owner.execute("SELECT count(*) FROM sign_in_draft").fetchone() == (0,)


def test_a_stranger_cannot_leave_anything(ade, form, owner):
    Client().post(form, {"what_happened": WORDS})
    assert owner.execute("SELECT count(*) FROM sign_in_draft").fetchone() == (0,)


def test_a_form_from_another_site_is_refused_before_it_is_kept(ade, form, owner):
    strict = Client(enforce_csrf_checks=True)
    factories.sign_in(strict, ade)
    strict.get(reverse("inbox"))
    away(strict, 21)
    assert strict.post(form, {"what_happened": WORDS}).status_code == 403
    assert owner.execute("SELECT count(*) FROM sign_in_draft").fetchone() == (0,)


def test_a_password_typed_too_late_is_never_kept(inside, owner):
    away(inside, 21)
    typed = {"oldpassword": people.PASSWORD, "password1": "a", "password2": "b"}
    inside.post(reverse("account_change_password"), typed)
    assert owner.execute("SELECT count(*) FROM sign_in_draft").fetchone() == (0,)


def test_what_is_kept_is_sealed(inside, form, owner):
    send_late(inside, form)
    assert WORDS not in str(owner.execute("SELECT * FROM sign_in_draft").fetchall())
