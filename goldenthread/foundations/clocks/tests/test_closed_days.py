"""A partnership's own closed days: kept, seen, and left out wherever working days are counted."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.clocks import closing, demonstration, reckoning, rules
from goldenthread.foundations.clocks.models import Closure
from goldenthread.foundations.people import demonstration as people
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine
from goldenthread.foundations.people.models import Partnership
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.trail.models import Mark

SHUT = {"first_day": date(2026, 12, 29), "last_day": date(2026, 12, 31), "reason": "Offices closed"}


@pytest.fixture
def manager(db):
    return factories.member(Role.BUSINESS_MANAGER)


def at(member, page, **kwargs):
    return reverse(f"clocks:{page}", kwargs={"partnership": member.slug, **kwargs})


def shut(manager, **fields):
    with under(manager):
        return closing.close(**{**SHUT, **fields}, by=manager)


def five_days_from_christmas_eve(member) -> rules.Reckoned:
    with under(member):
        return reckoning.in_working_days(
            date(2026, 12, 24), 5, partnership_id=member.partnership_id
        )


def test_working_days_leave_out_weekends_bank_holidays_and_closed_days(manager):
    assert five_days_from_christmas_eve(manager).day == date(2027, 1, 5)
    shut(manager)
    assert five_days_from_christmas_eve(manager).day == date(2027, 1, 8)


def test_the_sentence_names_what_was_left_out_and_why(manager):
    shut(manager, last_day=date(2026, 12, 29))
    said = five_days_from_christmas_eve(manager).because
    assert said.startswith("5 working days after 24 December 2026, without weekends, and without")
    assert "25 December 2026 (Christmas Day)" in said
    assert "29 December 2026 (Offices closed) and 1 January 2027 (New Year's Day)." in said


def test_counting_back_leaves_them_out_too(manager):
    shut(manager)
    with under(manager):
        back = reckoning.in_working_days(
            date(2027, 1, 4), -2, partnership_id=manager.partnership_id
        )
    assert back.day == date(2026, 12, 23)
    assert back.because.startswith("2 working days before 4 January 2027")


@pytest.mark.parametrize("count", [0, 1, -1, rules.MOST_WORKING_DAYS, -rules.MOST_WORKING_DAYS])
def test_every_count_that_may_be_asked_is_answered(manager, count):
    with under(manager):
        found = reckoning.in_working_days(
            date(2026, 12, 24), count, partnership_id=manager.partnership_id
        )
    assert abs((found.day - date(2026, 12, 24)).days) < rules.FURTHEST


def test_a_statutory_limit_leaves_them_out_and_its_sentence_says_so(manager):
    shut(manager)
    with under(manager):
        here = {"partnership_id": manager.partnership_id}
        clock = reckoning.clock_of("SIN-1", date(2026, 12, 18), **here)
        said = reckoning.why(clock, **here)
    assert "29, 30 and 31 December" in said
    assert "The partnership is closed on 29 December 2026 (Offices closed), 30" in said
    other = factories.member(Role.BUSINESS_MANAGER)
    with under(other):
        there = {"partnership_id": other.partnership_id}
        elsewhere = reckoning.clock_of("SIN-1", date(2026, 12, 18), **there)
        assert elsewhere.due < clock.due
        assert "The partnership is closed" not in reckoning.why(elsewhere, **there)


def test_another_partnerships_closed_days_change_nothing(manager):
    before = five_days_from_christmas_eve(manager)
    shut(factories.member(Role.BUSINESS_MANAGER))
    assert five_days_from_christmas_eve(manager) == before


def test_only_who_runs_the_business_says_so(manager):
    lead = factories.member(Role.AGENCY_LEAD)
    with under(lead), pytest.raises(PermissionDenied, match="business manager or a coordinator"):
        closing.close(**SHUT, by=lead)


def test_a_closure_says_why_and_ends_after_it_began(manager):
    for wrong in ({"reason": ""}, {"last_day": date(2026, 12, 1)}):
        with under(manager), pytest.raises(IntegrityError), transaction.atomic():
            Closure.objects.create(partnership_id=manager.partnership_id, **{**SHUT, **wrong})


def test_one_is_added_and_taken_out_by_the_page_and_each_leaves_a_mark(client, manager):
    factories.sign_in(client, manager)
    typed = {"reason": "Moving offices", "last_day-day": ""}
    day = today() + timedelta(days=10)
    typed |= {"first_day-day": day.day, "first_day-month": day.month, "first_day-year": day.year}
    assert client.post(at(manager, "close"), typed).status_code == 302
    page = BeautifulSoup(client.get(at(manager, "closures")).content, "html.parser")
    assert "Moving offices" in page.get_text()
    assert client.post(page.select_one("main table form")["action"]).status_code == 302
    with under(manager):
        assert not Closure.objects.exists()
        marks = list(Mark.objects.order_by("pk").values_list("did", flat=True))
    assert marks == ["closed the partnership", "opened the partnership again"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"first_day-day": "31", "first_day-month": "2"}, "must be a real date"),
        ({"last_day-day": "1", "last_day-month": "1", "last_day-year": "2027"}, "same as or after"),
        ({"last_day-day": "1", "last_day-month": "12", "last_day-year": "2027"}, "31 days at most"),
        ({"reason": ""}, "Say why the partnership is closed"),
    ],
)
def test_a_slip_is_explained_and_closes_nothing(client, manager, typed, said):
    factories.sign_in(client, manager)
    right = {"first_day-day": "5", "first_day-month": "7", "first_day-year": "2027", "reason": "x"}
    page = client.post(at(manager, "close"), right | typed)
    assert said in page.content.decode()
    with under(manager):
        assert not Closure.objects.exists()


def test_somebody_with_another_seat_sees_them_and_has_no_buttons(client, manager):
    shut(manager)
    lead = factories.member(Role.AGENCY_LEAD, partnership=_place(manager), email="l@example.org")
    factories.sign_in(client, lead)
    page = BeautifulSoup(client.get(at(lead, "closures")).content, "html.parser")
    assert "Offices closed" in page.get_text()
    assert page.select("main table form") == []
    assert "Add closed days" not in page.get_text()


def test_the_page_works_out_a_date_and_explains_it(client, manager):
    shut(manager)
    factories.sign_in(client, manager)
    asked = {"count": "5", "start-day": "24", "start-month": "12", "start-year": "2026"}
    page = BeautifulSoup(client.get(at(manager, "closures"), asked).content, "html.parser")
    said = page.select_one(".govuk-inset-text").get_text()
    assert "8 January 2027" in said
    assert "Offices closed" in said


@pytest.mark.parametrize("count", ["", "x", "1e9", "99999999999999999999", "-261", "\x00"])
def test_what_cannot_be_counted_is_refused_in_words(client, manager, count):
    factories.sign_in(client, manager)
    asked = {"count": count, "start-day": "24", "start-month": "12", "start-year": "2026"}
    answer = client.get(at(manager, "closures"), asked)
    assert answer.status_code == 200
    assert "govuk-error-message" in answer.content.decode()


@pytest.mark.parametrize("year", ["9999", "0001", "1999", "2101"])
def test_a_year_far_away_is_refused_in_words(client, manager, year):
    factories.sign_in(client, manager)
    asked = {"count": "5", "start-day": "31", "start-month": "12", "start-year": year}
    answer = client.get(at(manager, "closures"), asked)
    assert "Year must be from 2000 to 2100" in answer.content.decode()


def _place(member):
    from goldenthread.foundations.people.models import Partnership

    return Partnership.objects.get(pk=member.partnership_id)


def test_the_demonstration_closes_its_office_once(db):
    people.load()
    for _ in range(2):
        demonstration.load()
    with under(everywhere()):
        years = [closure.first_day.year for closure in Closure.objects.all()]
    assert years == [today().year, today().year + 1]


def everywhere():
    return machine(*Partnership.objects.values_list("pk", flat=True), doing="look")
