"""A report as a real browser shows it: beneath the site's strictest policy, and as a file of its own."""

import pytest

from goldenthread.engine.charts import flow, structure
from goldenthread.engine.charts.tests.test_plain_drawings import BOXES, GROUPS, STAGES
from goldenthread.engine.writers import html
from goldenthread.engine.writers.tests.reports import whole_report
from tests.browsing import NARROW, WIDE, accessibility_faults, opened, sticks_out

pytestmark = pytest.mark.xdist_group("browser")
ADDRESS, SHEET = "http://report.invalid/", "http://report.invalid/report.css"
POLICY = {"Content-Security-Policy": "default-src 'none'; style-src 'self'"}


def page_of_the_site() -> str:
    """A page such as the site makes, with a report and both plain drawings in it."""
    diagram = flow(STAGES, BOXES, title="The thread").svg
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head><title>A report</title>"
        f"<meta name='viewport' content='width=device-width'><link rel='stylesheet' href='{SHEET}'>"
        f"</head><body><main><h1>A report</h1>{html.fragment(whole_report())}"
        f"<div class='report-scroll' role='region' tabindex='0' aria-label='Drawings'>"
        f"{structure(GROUPS).svg}{diagram}</div></main></body></html>"
    )


@pytest.fixture(params=["in a page of the site", "as a file of its own"])
def show(request):
    asked: list[str] = []
    own = request.param == "as a file of its own"
    body = html.page(whole_report()) if own else page_of_the_site()

    def answer(route):
        asked.append(route.request.url)
        sheet = route.request.url == SHEET
        kind = "text/css" if sheet else "text/html; charset=utf-8"
        route.fulfill(body=html.style() if sheet else body, content_type=kind, headers=POLICY if not own else {})  # fmt: skip

    def show(window):
        window.page.route("**/*", answer)
        window.page.goto(ADDRESS)
        assert set(asked) == ({ADDRESS} if own else {ADDRESS, SHEET}), (
            "nothing else may be asked for"
        )

    return show


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_report_has_no_fault_fits_and_asks_for_nothing(browser, show, size):
    with opened(browser, size) as window:
        show(window)
        assert accessibility_faults(window.page) == []
        assert not sticks_out(window.page)
        assert window.complaints == []


def test_charts_are_drawn_with_their_colours_beneath_the_strictest_policy(browser, show):
    with opened(browser) as window:
        show(window)
        line = window.page.locator("figure svg path[stroke-width='3']").first
        assert line.evaluate("e => getComputedStyle(e).stroke") == "rgb(15, 53, 87)"
        box = window.page.locator("figure svg").first.bounding_box()
        assert box["width"] > 300
        assert box["height"] > 150
