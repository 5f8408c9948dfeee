"""How the tests of pages ask for a page and read it."""

from bs4 import BeautifulSoup
from django.urls import reverse

from goldenthread.foundations.people.tests import factories


def address(page, member, **kwargs):
    return reverse(f"thread:{page}", kwargs={"partnership": member.slug, **kwargs})


def get(client, member, page, query="", **kwargs):
    answer = factories.sign_in(client, member).get(address(page, member, **kwargs) + query)
    assert answer.status_code == 200, answer.content.decode()[:2000]
    return BeautifulSoup(answer.content, "html.parser")


def post(client, member, page, typed, **kwargs):
    return factories.sign_in(client, member).post(address(page, member, **kwargs), typed)


def soup(answer):
    return BeautifulSoup(answer.content, "html.parser")


def words(page):
    return " ".join(page.get_text(" ").split())
