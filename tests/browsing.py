"""What a test may ask of a page in a real browser."""

import re
from contextlib import contextmanager
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
SCRIPTS = re.compile(r"<script.*?</script>", re.DOTALL)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Opened:
    """A page, with everything the browser complained of since it was opened."""

    page: object
    complaints: list[str] = field(default_factory=list)

    def listen(self) -> None:
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._heard)

    def _heard(self, message) -> None:
        # A status such as 403 is logged as an error too; a page that is meant to refuse is no fault.
        if (
            message.type in ("error", "warning")
            and "status of 4" not in message.text
            and "status of 5" not in message.text
        ):
            self.complaints.append(message.text)


def _without_scripts(route) -> None:
    """The page as someone without JavaScript gets it. The browser's own switch would also stop axe."""
    if route.request.resource_type == "script":
        route.abort()
    elif route.request.resource_type == "document":
        answer = route.fetch(max_redirects=0)
        route.fulfill(response=answer, body=SCRIPTS.sub("", answer.text()))
    else:
        route.continue_()


@contextmanager
def opened(browser, size=None, *, script: bool = True, **options):
    """A new window of this size, with or without JavaScript, that keeps what goes wrong."""
    context = browser.new_context(viewport=size or WIDE, **options)
    context.set_default_timeout(20_000)
    if not script:
        context.route("**/*", _without_scripts)
    window = Opened(context.new_page())
    window.listen()
    try:
        yield window
    finally:
        context.close()


# GOV.UK Frontend says on the radio itself whether it has brought out another question; ARIA has no
# word for that on a radio yet. They tested it with people who use screen readers, and keep it.
EXCUSED = ("aria-allowed-attr", "govuk-radios__input")


def accessibility_faults(page) -> list[str]:
    """What axe finds against WCAG 2.2 AA and good practice, one line a fault, with where."""
    answer = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response
    assert answer["passes"], "axe looked at nothing"
    return [
        f"{fault['id']}: {fault['help']} at {node['target']}"
        for fault in answer["violations"]
        for node in fault["nodes"]
        if not (fault["id"] == EXCUSED[0] and EXCUSED[1] in node["html"])
    ]


def sticks_out(page) -> bool:
    """Whether the page must be scrolled sideways."""
    width = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    return page.evaluate(width)
