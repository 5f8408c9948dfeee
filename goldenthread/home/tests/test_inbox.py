"""One inbox for one person, whichever partnerships they sit in."""

from datetime import date, timedelta

from bs4 import BeautifulSoup
from django.db import connection

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.clocks import actions as clocks
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Partnership, Seat
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.trail import actions as trail


def second_seat(manager):
    """The same person in another partnership."""
    elsewhere = factories.member(Role.SCRUTINEER, name="Somebody else")
    with factories.opened(elsewhere.keys):
        Seat.objects.filter(pk=elsewhere.seat_id).update(person_id=manager.person_id)
    return elsewhere


def say_due(by, about, days, **whom):
    with under(by):
        clocks.set_due(
            about,
            title=f"Look at {about}",
            due_on=today() + timedelta(days=days),
            page="partnership",
            partnership_id=by.partnership_id,
            by=by,
            **whom,
        )


def inbox(client, member):
    response = factories.sign_in(client, member).get("/")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_what_waits_in_every_partnership_stands_in_one_inbox(client, manager):
    elsewhere = second_seat(manager)
    say_due(manager, "a:1", 30, roles=[Role.BUSINESS_MANAGER])
    say_due(elsewhere, "b:1", -3, seat_id=elsewhere.seat_id)
    page = inbox(client, manager)
    rows = [row.text for row in page.select("tbody tr")]
    assert len(rows) == 2
    assert "Look at b:1" in rows[0]
    assert "3 days late" in rows[0]
    assert elsewhere.partnership in rows[0]
    assert "Look at a:1" in rows[1]


def test_what_waits_for_others_stays_out(client, manager):
    say_due(manager, "a:1", 3, roles=[Role.SCRUTINEER])
    assert "Nothing waits for you" in inbox(client, manager).text


def test_each_row_leads_to_its_own_partnership(client, manager):
    elsewhere = second_seat(manager)
    say_due(elsewhere, "b:1", 3, seat_id=elsewhere.seat_id)
    link = inbox(client, manager).select_one("tbody a")
    assert link["href"] == f"/p/{elsewhere.slug}/"


def test_the_inbox_takes_the_same_number_of_queries_however_full(
    client, manager, django_assert_max_num_queries
):
    for n in range(40):
        say_due(manager, f"a:{n}", n, roles=[Role.BUSINESS_MANAGER])
    factories.sign_in(client, manager)
    with django_assert_max_num_queries(18):
        client.get("/")


def test_a_person_without_a_seat_is_told_whom_to_ask(client, manager):
    with factories.opened(manager.keys):
        Seat.objects.update(until=date(2026, 1, 1))
    assert "Ask the business manager" in inbox(client, manager).text


def test_the_trail_is_for_those_who_may_read_it(client, manager):
    lay = factories.member(
        Role.LAY_MEMBER, partnership=Partnership.objects.get(pk=manager.partnership_id)
    )
    address = f"/p/{manager.slug}/trail/"
    assert factories.sign_in(client, lay).get(address).status_code == 403
    assert factories.sign_in(client, manager).get(address).status_code == 200


def test_the_trail_is_searched_by_the_words_that_it_shows(client, manager):
    with under(manager):
        trail.record(by=manager, did="reopen", to="publishing.report:1", was="published")
        trail.record(by=manager, did="read a note", to="publishing.report:1")
    desk, address = factories.sign_in(client, manager), f"/p/{manager.slug}/trail/"
    found = desk.get(address, {"did": "start a new"}).text
    assert "Start a new version" in found
    assert "read a note" not in found


def test_the_system_page_names_what_is_amiss(client, manager, settings, tmp_path):
    settings.BACKUP_NOTE = str(tmp_path / "none.json")
    admin = factories.member(
        Role.SYSTEM_ADMINISTRATOR, partnership=Partnership.objects.get(pk=manager.partnership_id)
    )
    page = factories.sign_in(client, admin).get(f"/p/{manager.slug}/system/")
    assert "There is no backup from the last day" in page.text


def test_the_system_page_says_which_failed_jobs_wait_for_their_retry(client, manager):
    admin = factories.member(
        Role.SYSTEM_ADMINISTRATOR, partnership=Partnership.objects.get(pk=manager.partnership_id)
    )
    desk, address = factories.sign_in(client, admin), f"/p/{manager.slug}/system/"
    assert "will be tried again" not in desk.get(address).text
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, attempts, scheduled_at)"
            " VALUES ('letters', 'send', %s, 'todo', 2, '2031-03-04 10:30+00')",
            ['{"address": "someone@example.org"}'],
        )
    page = desk.get(address).text
    assert "1 job failed and will be tried again" in page
    assert "letters" in page
    assert "4 March 2031 at 10:30am" in page
    assert "someone@example.org" not in page


def test_nobody_is_asked_for_what_their_roles_could_not_open(client, db):
    advisor = factories.member(Role.YOUNG_ADVISOR)
    with under(advisor):
        clocks.set_due(
            "thread.action:1",
            title="Update an action",
            due_on=today(),
            page="thread:action",
            page_kwargs={"pk": 1},
            partnership_id=advisor.partnership_id,
            organisation_id=advisor.organisation_id,
            by=advisor,
        )
    assert "Update an action" not in inbox(client, advisor).text
