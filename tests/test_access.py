"""Who may open what: every page for every role, against one table that a person has decided.

`tests/access.csv` has a row a page and a column a role. A page that is not in it is expected to
refuse everyone. `python tools/access_table.py` adds such pages, refused, for somebody to decide.
"""

import csv
from pathlib import Path

import pytest

from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from tests.pages import every_page

TABLE = Path(__file__).parent / "access.csv"
NOBODY = "not signed in"
COLUMNS = [NOBODY, *(role.value for role in Role)]
REFUSED = dict.fromkeys(COLUMNS, "refuse")


def decided() -> dict[str, dict[str, str]]:
    with open(TABLE, newline="") as file:
        return {row.pop("page"): row for row in csv.DictReader(file)}


def answer_in_words(response) -> str:
    if response.status_code == 403:
        return "refuse"
    if response.status_code == 302 and "/sign-in/" in response.url:
        return "sign in"
    return "open"


def test_the_table_names_every_page_and_no_other():
    assert set(decided()) == {page.name for page in every_page()}


@pytest.mark.parametrize("page", every_page(), ids=lambda page: page.name)
def test_each_role_gets_what_the_table_says(client, db, page):
    client.raise_request_exception = False
    seen = {NOBODY: answer_in_words(client.get(page.address("nowhere")))}
    someone = factories.member(Role.LAY_MEMBER)
    factories.sign_in(client, someone)
    for role in Role:
        with factories.opened(someone.keys):
            Seat.objects.update(roles=[role])
        seen[role.value] = answer_in_words(client.get(page.address(someone.slug)))
    assert seen == decided().get(page.name, REFUSED)
