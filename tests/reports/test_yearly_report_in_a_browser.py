"""From one click to a public report, as the people of a partnership do it in a browser."""

from datetime import date

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse

from goldenthread.capabilities.yearly_report import tasks
from goldenthread.foundations.lock.keys import Door, Keys
from goldenthread.foundations.lock.keys import opened as opened_lock
from goldenthread.foundations.measures.definitions import Basis
from goldenthread.foundations.measures.models import Area, Measure, Observation
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Partnership
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.publishing.models import Printing
from goldenthread.kernel.periods import Kind
from tests.browsing import NARROW, WIDE, accessibility_faults, opened, sticks_out

pytestmark = pytest.mark.xdist_group("browser")
PASSWORD = "correct horse battery"  # what the factory gives everyone
WORDS = "Families told us that letters are easier to read."


def confirmed(member, email: str):
    """With an e-mail address that sign-in knows to be theirs."""
    with opened_lock(Keys(Door.SIGN_IN, person=member.person_id)):
        EmailAddress.objects.create(
            user_id=member.person_id, email=email, verified=True, primary=True
        )
    return member


@pytest.fixture
def manager(committed):
    return confirmed(
        factories.member(Role.BUSINESS_MANAGER, name="Ade Okoro", email="ade@example.org"),
        "ade@example.org",
    )


@pytest.fixture
def partner(manager):
    partnership = Partnership.objects.get(pk=manager.partnership_id)
    signs = factories.member(
        Role.DELEGATED_PARTNER, partnership=partnership, name="Cy Marsh", email="cy@example.org"
    )
    return confirmed(signs, "cy@example.org")


@pytest.fixture
def figures(manager):
    """Two years of one measure."""
    own = {"partnership_id": manager.partnership_id}
    with under(manager):
        area = Area.objects.create(code="X1", name="Callowdale", kind="own", **own)
        measure = Measure.objects.create(
            code="letters", name="Letters sent", theme="Voice", basis=Basis.IN_PERIOD, **own
        )
        for year in (2024, 2025):
            Observation.objects.create(
                measure=measure,
                area=area,
                value=year,
                period_kind=Kind.FINANCIAL_YEAR,
                period_start=date(year, 4, 1),
                period_end=date(year + 1, 3, 31),
                **own,
            )


@pytest.fixture
def make_files(manager):
    """What the worker does when it finds the job."""

    def make() -> None:
        with under(manager):
            waiting = Printing.objects.latest("pk").pk
        tasks.print_out(printing_id=waiting, partnership_id=manager.partnership_id)

    return make


def sign_in(page, site: str, email: str) -> None:
    page.goto(site + reverse("account_login"))
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    with page.expect_navigation(url=site + reverse("inbox")):
        page.get_by_role("button", name="Sign in", exact=True).click()


def look(window, heading: str) -> None:
    """The page that was meant, without a fault, and not wider than the window."""
    page = window.page
    page.get_by_role("heading", level=1, name=heading).wait_for()
    assert accessibility_faults(page) == [], page.url
    assert not sticks_out(page), page.url
    # Scripts that this window does without are not missing.
    assert [said for said in window.complaints if "ERR_FAILED" not in said] == [], page.url


def click(window, name: str, heading: str, role: str = "button") -> None:
    with window.page.expect_navigation():  # the page before may have the same heading
        window.page.get_by_role(role, name=name, exact=True).first.click()
    look(window, heading)


def draft(window, site: str, manager) -> str:
    window.page.goto(site + reverse("yearly_report:start", args=[manager.slug]))
    look(window, "Start a yearly report")
    window.page.get_by_label("Which year does it cover?").fill("2025/26")
    click(window, "Start the report", "Yearly report 2025/26")
    return window.page.url


def write_and_chart(window) -> None:
    page = window.page
    heading = "How children and families were heard"
    click(window, heading, heading, role="link")
    click(window, "Write text 1", heading, role="link")
    page.get_by_role("textbox", name="Text").fill(WORDS)
    click(window, "Save", "How children and families were heard")
    page.locator("select[name=what]").select_option(label="Voice: Chart: Letters sent")
    click(window, "Put it in", "How children and families were heard")
    page.get_by_text("2,025").first.wait_for()


def proof_and_send(window, report: str) -> None:
    window.page.goto(report)
    click(window, "Proof-read it", "Proof-reading", role="button")
    click(window, "Proof-read it now", "Proof-reading")
    window.page.goto(report)
    click(window, "Send to the partners to sign", "Send to the partners to sign")
    click(window, "Send to the partners to sign", "Yearly report 2025/26")


def sign(browser, size, site: str, report: str) -> None:
    with opened(browser, size, script=False) as window:
        sign_in(window.page, site, "cy@example.org")
        window.page.goto(report)
        click(window, "Sign it, or say why not", "Sign the yearly report")
        window.page.get_by_label("Yes, I sign it as it stands").check()
        click(window, "Record my answer", "Yearly report 2025/26")


def publish(window, report: str, make_files) -> None:
    """The last signature asked for the files; until the worker has made them the page says so."""
    window.page.goto(report)
    click(window, "Publish", "Publish")
    assert "You can publish it when they are there" in window.page.inner_text("main")
    make_files()
    click(window, "Look whether they are there", "Publish")
    click(window, "Publish", "Yearly report 2025/26")
    window.page.goto(report)
    click(window, "Versions", "Versions of Yearly report 2025/26")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_report_goes_from_one_click_to_anyone_who_reads_it(
    browser, site_address, manager, partner, figures, make_files, size
):
    with opened(browser, size, script=False) as window:
        sign_in(window.page, site_address, "ade@example.org")
        report = draft(window, site_address, manager)
        write_and_chart(window)
        proof_and_send(window, report)
        sign(browser, size, site_address, report)
        publish(window, report, make_files)
    with opened(browser, size) as window:
        public = reverse("public_reports:list", args=[manager.slug])
        window.page.goto(site_address + public)
        with window.page.expect_navigation():
            window.page.get_by_role("link", name="Yearly report 2025/26").click()
        look(window, "Yearly report")
        window.page.get_by_text(WORDS).wait_for()
        window.page.locator("figure svg").first.wait_for()
        hrefs = window.page.eval_on_selector_all("a", "all => all.map(a => a.pathname)")
        assert not [href for href in hrefs if href.startswith("/p/")]
