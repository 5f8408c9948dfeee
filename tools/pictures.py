"""Take the pictures of the README from a running demonstration. Start it first: make demo.

    python tools/pictures.py --address http://127.0.0.1:8000 [name …]

Each picture is what a business manager sees: an address, the links followed from there, and what is
brought to the top of the window. A page that is refused or is not there stops the run and is named.
"""

import argparse
import io
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
FOLDER = ROOT / "docs" / "pictures"
LARGEST = 150_000  # bytes
COLOURS = 128
PATIENCE_SECONDS = 60
ACCOUNT = "manager@callowdale.example"
OURS, EXAMPLE = "/p/callowdale", "/p/kirklees-worked-example"


@dataclass(frozen=True)
class Picture:
    """One picture: links to `follow`, a button to `press`, what it waits to `show`, what stands at its `top`."""

    name: str
    address: str
    follow: tuple[str, ...] = ()
    press: str = ""
    show: str = ""  # made in the background: the page is opened again until it is there
    top: str = ""
    width: int = 1120
    height: int = 800


TITLE = "main [class*='govuk-caption'], main h1"
FIRST_ROW = "main table tbody a"
FULL_DRAFT = "main a:has-text('2025/26')"
OLD_REPORT = "main a:has-text('2014/15')"
PICTURES = (
    Picture("inbox", "/"),
    Picture("tracker", f"{OURS}/thread/", top="main h2:has-text('Open actions')"),
    Picture(
        "thread",
        f"{OURS}/thread/recommendations/?stage=embedded",
        follow=(FIRST_ROW, "main a:has-text('Its thread')"),
        top=TITLE,
        height=760,
    ),
    Picture(
        "figures",
        f"{OURS}/dataset/measures/re-referrals-percent/",
        show="main figure svg, main svg",
        top=TITLE,
    ),
    Picture(
        "plan", f"{OURS}/business-plan/", follow=("main a:has-text('on one page')",), top=TITLE
    ),
    Picture("report", f"{OURS}/yearly-report/", follow=(FULL_DRAFT,), top=TITLE, height=900),
    Picture(
        "proof",
        f"{EXAMPLE}/yearly-report/",
        follow=(OLD_REPORT, "main a[href$='/proof/']"),
        press="main button:has-text('Proof-read it')",
        top=TITLE,
    ),
    Picture("narrow", "/", width=320, height=640),
)


class CannotTake(Exception):
    """A picture that could not be taken; the message says which, and why."""


def main(arguments: list[str]) -> int:
    asked = parser().parse_args(arguments)
    wanted = [one for one in PICTURES if not asked.names or one.name in asked.names]
    FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        take_all(wanted, asked.address.rstrip("/"))
    except CannotTake as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    return 0


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description=__doc__)
    made.add_argument("--address", default="http://127.0.0.1:8000", help="where the site answers")
    made.add_argument("names", nargs="*", help="only these pictures")
    return made


def take_all(wanted: list[Picture], address: str) -> None:
    from tests.conftest import chromium

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        context = browser.new_context(base_url=address, locale="en-GB")
        page = context.new_page()
        page.set_default_timeout(20_000)
        sign_in(page)
        for picture in wanted:
            save(picture, take(page, picture))
        browser.close()


def sign_in(page: Page) -> None:
    from goldenthread.foundations.people.demonstration import PASSWORD

    page.goto("/account/sign-in/")
    page.fill("#id_login", ACCOUNT)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url("**/")


def take(page: Page, picture: Picture) -> bytes:
    page.set_viewport_size({"width": picture.width, "height": picture.height})
    open_page(page, picture, picture.address)
    for link in picture.follow:
        to = page.locator(link).first
        if not to.count():
            raise CannotTake(f"{picture.name}: no link “{link}” at {page.url}")
        open_page(page, picture, to.get_attribute("href") or "")
    if picture.press:
        page.click(picture.press)
        page.wait_for_load_state()
    wait_for(page, picture)
    if picture.top:
        page.locator(picture.top).first.evaluate("it => it.scrollIntoView(true)")
        page.mouse.wheel(0, -24)  # a little air above it
        page.wait_for_timeout(200)
    return page.screenshot()


def wait_for(page: Page, picture: Picture) -> None:
    for _ in range(PATIENCE_SECONDS):
        if not picture.show or page.locator(picture.show).count():
            return
        page.wait_for_timeout(1000)
        page.reload()
    raise CannotTake(f"{picture.name}: {picture.show} did not come at {page.url}")


def open_page(page: Page, picture: Picture, address: str) -> None:
    answer = page.goto(address)
    if answer is None or not answer.ok:
        status = answer.status if answer else "nothing"
        raise CannotTake(f"{picture.name}: {address} answered {status}")


def save(picture: Picture, screenshot: bytes) -> None:
    """As a picture of few colours, which is all that pages of text and lines need."""
    drawn = Image.open(io.BytesIO(screenshot)).convert("RGB").quantize(COLOURS)
    path = FOLDER / f"{picture.name}.png"
    drawn.save(path, optimize=True)
    size = path.stat().st_size
    if size > LARGEST:
        raise CannotTake(f"{picture.name}: {size:,} bytes; a picture has at most {LARGEST:,}")
    print(f"{path.relative_to(ROOT)}  {size:,} bytes")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
