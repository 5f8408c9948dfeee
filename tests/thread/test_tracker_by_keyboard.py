"""From an old spreadsheet to seen evidence with the keyboard alone: nobody here ever clicks."""

from datetime import date

import pytest
import xlsxwriter
from allauth.account.models import EmailAddress

from goldenthread.foundations.lock.keys import Door, Keys
from goldenthread.foundations.lock.keys import opened as opened_lock
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread.models import Action
from goldenthread.foundations.thread.tests import making
from tests.browsing import NARROW, WIDE, accessibility_faults, opened, sticks_out
from tests.thread.keyboard import Keyboard

pytestmark = pytest.mark.xdist_group("browser")
HEADINGS = ["No.", "What we agreed to do", "Agency", "Lead", "By when", "BRAG", "Comments", "Box"]
ROWS = [
    ["EX1", "Write the list", "Westshire Police", "", date(2030, 6, 30), "G", "Begun", "a"],
    ["EX2", "Tell the teams", "The Trust", "Ward manager", date(2030, 1, 31), "R", "", "b"],
    ["EX3", "Check the list", "Westshire Police", "", "31 February 2030", "A", "", "c"],
]
MAIN = "main "


@pytest.fixture
def log(tmp_path):
    """As a partnership keeps one: a merged title, a blank line, then headings of its own."""
    path = tmp_path / "Executive actions.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Actions")
        sheet.merge_range(0, 0, 0, 7, "Safeguarding children partnership: actions of the Executive")
        sheet.merge_range(1, 0, 1, 7, "Updated after each meeting")
        sheet.write_row(3, 0, HEADINGS)
        day = book.add_format({"num_format": "dd mmm yy"})
        for number, row in enumerate(ROWS, start=4):
            for column, cell in enumerate(row):
                write = sheet.write_datetime if isinstance(cell, date) else sheet.write
                write(number, column, cell, *([day] if isinstance(cell, date) else []))
    return path


@pytest.fixture
def people(site_address):
    police = factories.OrganisationFactory(name="Westshire Police")
    manager = factories.member(Role.BUSINESS_MANAGER, name="Joan Marsh", email="joan@example.org")
    lead = making.colleague(
        manager, Role.AGENCY_LEAD, name="Bea Lin", email="bea@example.org", organisation=police
    )
    for someone, email in ((manager, "joan@example.org"), (lead, "bea@example.org")):
        with opened_lock(Keys(Door.SIGN_IN, person=someone.person_id)):
            EmailAddress.objects.create(
                user_id=someone.person_id, email=email, verified=True, primary=True
            )
    return manager, lead


def sign_in(page, site_address, someone, email):
    keys = Keyboard(page)
    page.goto(f"{site_address}/account/sign-in/?next=/p/{someone.slug}/thread/")
    keys.write("#id_login", email)
    page.keyboard.press("Tab")
    keys.write("#id_password", "correct horse battery")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/thread/"), page.inner_text("main")
    return keys


def sound(page) -> None:
    assert accessibility_faults(page) == []
    assert not sticks_out(page)


def bring_in(keys, log) -> None:
    page = keys.page
    keys.press("a[href$='/thread/import/']")
    keys.hand_over("input[type=file]", log)
    keys.press(MAIN + "form button")
    assert page.inner_text("h1") == "What each column is"
    assert "Write the list; Tell the teams" in page.inner_text("table")
    sound(page)
    keys.reach("tbody tr:nth-child(2) select")
    page.keyboard.type("Action")
    keys.press(MAIN + "form button")
    assert page.inner_text("h1") == "Who is who"
    keys.press(MAIN + "form button")
    assert "row 7" in page.inner_text("main").lower()
    sound(page)
    keys.tick("input[name=leave_out_refused]")
    keys.press(MAIN + "form button")
    assert "2 actions brought in" in page.inner_text("main")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_log_comes_in_is_answered_and_its_evidence_is_seen(
    browser, site_address, people, log, size
):
    manager, lead = people
    with opened(browser, size) as window:
        page = window.page
        keys = sign_in(page, site_address, manager, "joan@example.org")
        bring_in(keys, log)
        keys.write("#capture-line", "Westshire Police to audit 20 strategy discussions by 30 June")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert "Action A0001 captured for Westshire Police" in page.inner_text("main")
        sound(page)
        assert window.complaints == []
    answer_in_one_sitting(browser, site_address, lead, size)
    with under(manager):
        done = Action.objects.get(reference="EX1")
    see_the_evidence(browser, site_address, manager, done, size)
    with under(manager):
        assert Action.objects.get(pk=done.pk).stage == "complete"
        assert Action.objects.get(reference="A0001").stage == "in progress"


def answer_in_one_sitting(browser, site_address, lead, size) -> None:
    """The six-monthly review of one organisation: two answers, one button."""
    with opened(browser, size) as window:
        page = window.page
        keys = sign_in(page, site_address, lead, "bea@example.org")
        page.goto(f"{site_address}/p/{lead.slug}/thread/review/{lead.organisation_id}/")
        assert "2 actions to answer" in page.inner_text("main")
        with under(lead):
            numbers = dict(Action.objects.values_list("reference", "pk"))
        for reference, upwards in (("EX1", 2), ("A0001", 3)):
            one = f"action-{numbers[reference]}"
            keys.reach(f"input[name={one}-standing]:checked")
            for _ in range(upwards):
                page.keyboard.press("ArrowUp")
            box = f"{one}-evidence" if reference == "EX1" else f"{one}-progress"
            keys.write(f"textarea[name={box}]", "The list hangs in the office")
        sound(page)
        keys.press(MAIN + "form button")
        assert "2 actions updated" in page.inner_text("main")
        assert window.complaints == []


def see_the_evidence(browser, site_address, manager, action, size) -> None:
    with opened(browser, size) as window:
        page = window.page
        keys = sign_in(page, site_address, manager, "joan@example.org")
        keys.press(f"a[href$='/thread/actions/{action.pk}/']")
        keys.press("a[href$='/see/']")
        assert "The list hangs in the office" in page.inner_text("main")
        keys.choose(MAIN + "form", 0)
        sound(page)
        keys.press(MAIN + "form button")
        assert "Complete" in page.inner_text("main")
        assert window.complaints == []
