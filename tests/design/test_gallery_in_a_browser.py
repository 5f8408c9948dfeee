"""Every component, looked at by a real browser: wide and narrow, with JavaScript and without."""

import os
import re
from pathlib import Path

import pytest

from goldenthread.foundations.people.tests.factories import OrganisationFactory
from tests.browsing import NARROW, WIDE, accessibility_faults, opened, sticks_out

pytestmark = pytest.mark.xdist_group("browser")
PAGES = [
    "/design/",
    "/design/?kind=school&kind=police&text=north&sort=-kind&page=2",
    "/design/form/",
    "/design/confirm/",
    "/design/refused/403/",
    "/accessibility/",
]
PICTURES = os.environ.get("PICTURES")


@pytest.fixture
def address(site_address):
    for kind in ("school", "hospital", "police", "council"):
        for n in range(8):
            OrganisationFactory(name=f"Northmoor {kind} {n + 1}", kind=kind)
    return site_address


def picture(page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=str(Path(PICTURES) / f"{name}.png"), full_page=True)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_fault_and_fits(browser, address, path, size, script):
    with opened(browser, size, script=script) as window:
        window.page.goto(address + path)
        picture(window.page, f"{re.sub('[^a-z0-9]+', '-', path)}-{size['width']}-{script}")
        assert accessibility_faults(window.page) == []
        assert not sticks_out(window.page)
        assert window.complaints == []
