"""The gallery of charts in a real browser, wide and narrow, with nothing but the file itself."""

import pytest

from goldenthread.engine.charts.gallery import command
from tests.browsing import NARROW, WIDE, accessibility_faults, opened, sticks_out

pytestmark = pytest.mark.xdist_group("browser")

LETTERS = """() => [...document.querySelectorAll('svg.chart text')].map(text =>
    parseFloat(text.getAttribute('font-size')) * text.getScreenCTM().a)"""


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_gallery_has_no_fault_fits_and_can_be_read(browser, tmp_path, size):
    out = tmp_path / "charts.html"
    assert command.main([str(out)]) == 0
    with opened(browser, size) as window:
        asked = []
        window.page.on("request", lambda request: asked.append(request.url))
        window.page.goto(out.as_uri())
        assert asked == [out.as_uri()]
        assert accessibility_faults(window.page) == []
        assert not sticks_out(window.page)
        letters = window.page.evaluate(LETTERS)
        assert letters
        assert min(letters) >= 7.9
        assert window.complaints == []
