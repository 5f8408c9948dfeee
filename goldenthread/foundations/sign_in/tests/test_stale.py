"""A form refused because one signed in again elsewhere: its words are kept, from our own site only."""

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundations.people.tests import factories

WORDS = {"what_happened": "The family had moved twice that year."}
OURS = {"Origin": "http://testserver"}


@pytest.fixture
def strict(ade):
    """A browser whose forms are checked, signed in, with a form that is no longer good."""
    client = Client(enforce_csrf_checks=True)
    factories.sign_in(client, ade)
    client.get(reverse("inbox"))
    return client


def kept(owner) -> int:
    return owner.execute("SELECT count(*) FROM sign_in_draft").fetchone()[0]


def test_what_was_typed_is_kept_and_shown(strict, form, owner):
    answer = strict.post(form, WORDS, headers=OURS)
    assert answer.status_code == 302
    assert WORDS["what_happened"] in strict.get(answer["Location"]).content.decode()
    assert kept(owner) == 1


@pytest.mark.parametrize(
    "origin", [{"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {}]
)
def test_nothing_is_kept_of_what_comes_from_elsewhere(strict, form, owner, origin):
    assert strict.post(form, WORDS, headers=origin).status_code == 403
    assert kept(owner) == 0


def test_nothing_is_kept_of_someone_not_signed_in(ade, form, owner):
    client = Client(enforce_csrf_checks=True)
    assert client.post(form, WORDS, headers=OURS).status_code == 403
    assert kept(owner) == 0


def test_a_password_is_not_kept(strict, owner):
    answer = strict.post(reverse("account_change_password"), {"password1": "x"}, headers=OURS)
    assert answer.status_code == 403
    assert kept(owner) == 0
