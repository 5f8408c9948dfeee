"""What browser tests share: a browser, the site at an address, and a way to ask about accessibility."""

import os
from pathlib import Path

import pytest

PLACES = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")


def chromium() -> str | None:
    """The browser named by CHROMIUM, else the system's, else none: Playwright then uses its own."""
    named = os.environ.get("CHROMIUM")
    return named or next((place for place in PLACES if Path(place).exists()), None)


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop running in this thread; Django would then refuse its own queries.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu"]
        opened = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        yield opened
        opened.close()
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")


@pytest.fixture(scope="session")
def server(django_db_setup, django_db_blocker):
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.test.testcases import LiveServerThread

    running = LiveServerThread("127.0.0.1", StaticFilesHandler)
    running.daemon = True
    running.start()
    running.is_ready.wait()
    assert not running.error, running.error
    yield running
    with django_db_blocker.unblock():
        running.terminate()


@pytest.fixture
def site_address(server, committed):
    """The site, served under its own lock to a real browser, on this worker's database."""
    return f"http://127.0.0.1:{server.port}"
