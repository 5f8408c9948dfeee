"""A partnership in its own area, with the worked example's files at hand."""

from importlib.resources import files
from pathlib import Path

import pytest

from goldenthread.foundations.measures import definitions  # noqa: F401
from goldenthread.foundations.measures.importing.keeping import keep_file
from goldenthread.foundations.measures.models import Source
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine
from goldenthread.foundations.people.models import Partnership

EXAMPLE = Path(str(files("goldenthread.capabilities.dataset") / "worked_example"))


@pytest.fixture
def kirklees(db):
    return Partnership.objects.create(name="Kirklees partnership", area="Kirklees", slug="kirklees")


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
