"""Ade, and a browser in which she is signed in."""

import pytest
from django.urls import reverse

from goldenthread.foundations.sign_in.tests import people
from goldenthread.foundations.sign_in.tests.people import sign_in


@pytest.fixture
def ade(committed):
    return people.someone()


@pytest.fixture
def inside(client, ade):
    sign_in(client)
    return client


@pytest.fixture
def confirmed(inside):
    """Signed in, and just confirmed again, as a change to how one signs in asks for."""
    inside.post(reverse("account_reauthenticate"), {"password": people.PASSWORD})
    return inside


@pytest.fixture
def form(ade):
    """The address of a page with a form, under a seat."""
    return reverse("documents:download", kwargs={"partnership": ade.slug, "pk": 1})
