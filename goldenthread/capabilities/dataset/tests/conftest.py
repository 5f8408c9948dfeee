"""A partnership in its own area, with the worked example's files at hand."""

from importlib.resources import files
from pathlib import Path
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from goldenthread.foundations.measures.importing.keeping import keep_file
from goldenthread.foundations.measures.models import Source
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories

EXAMPLE = Path(str(files("goldenthread.capabilities.dataset") / "worked_example"))


@pytest.fixture
def kirklees(db):
    return factories.PartnershipFactory(
        name="Kirklees partnership", area="Kirklees", slug="kirklees"
    )


@pytest.fixture
def asker(kirklees):
    """Under the lock, as a command would be."""
    with under(machine(kirklees.pk, doing="tests")) as asking:
        Source.objects.create(
            partnership=kirklees, reference="001", title="Annual report", period="2014/15"
        )
        yield asking


@pytest.fixture
def bring(kirklees, asker):
    """Import one file of the worked example, or the given bytes under that name."""

    def brought(name: str, content: bytes | None = None):
        given = (EXAMPLE / name).read_bytes() if content is None else content
        return keep_file(given, name, kirklees, by=asker)

    return brought


@pytest.fixture
def partnership(db):
    return factories.PartnershipFactory(area="Kirklees")


@pytest.fixture
def analyst(partnership, settings):
    settings.DEMONSTRATION = True  # asks for no second factor
    return factories.member(Role.DATA_ANALYST, partnership=partnership)


@pytest.fixture
def here(client, analyst):
    """The site as the analyst sees it: get or post a page, and read it."""
    factories.sign_in(client, analyst)

    class Here:
        def at(self, page: str, **kwargs) -> str:
            return reverse(f"dataset:{page}", kwargs={"partnership": analyst.slug, **kwargs})

        def get(self, page: str, asked: dict | None = None, **kwargs):
            query = f"?{urlencode(asked)}" if asked else ""
            answer = client.get(self.at(page, **kwargs) + query)
            assert answer.status_code == 200, answer.status_code
            return BeautifulSoup(answer.content, "html.parser")

        def post(self, page: str, sent: dict | None = None, **kwargs):
            answer = client.post(self.at(page, **kwargs), sent or {}, follow=True)
            assert answer.status_code == 200, answer.status_code
            return BeautifulSoup(answer.content, "html.parser")

    return Here()


@pytest.fixture
def filled(analyst, partnership):
    with under(analyst):
        for name in ("allegations.csv", "indicators.csv", "training.csv", "groups.csv"):
            content = (EXAMPLE / name).read_bytes()
            keep_file(content, name, partnership, by=analyst)
    return analyst
