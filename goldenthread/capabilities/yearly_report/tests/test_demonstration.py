"""What the demonstration shows of last year: a report that each partner signed and anyone may read."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from goldenthread.capabilities.yearly_report import demonstration, tasks
from goldenthread.capabilities.yearly_report.demonstration import hands
from goldenthread.foundations.people import demonstration as people
from goldenthread.foundations.people.demonstration import MAIN
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.publishing import queries
from goldenthread.foundations.publishing.models import Release, Wording
from goldenthread.foundations.publishing.rules import Stage


@pytest.fixture
def loaded(db):
    people.load()
    demonstration.load()
    return hands.of_the_manager(MAIN)


def last_years(by):
    return queries.reports_of(by).get(period="2024/25")


def test_it_was_signed_by_every_partner_and_waits_for_its_files(loaded):
    with under(loaded):
        report = last_years(loaded)
        said = queries.last_words_of(loaded, report)
        assert len(said) == len(queries.signing_organisations(loaded)) == 3
        assert all(one.signed for one in said.values())
        assert report.stage == Stage.SIGNING


def test_once_its_files_are_made_anyone_may_read_it(loaded, client):
    with under(loaded):
        report = last_years(loaded)
    tasks.publish_last_year(report_id=report.pk)
    tasks.publish_last_year(report_id=report.pk)
    listed = client.get(reverse("public_reports:list", args=[MAIN]))
    link = BeautifulSoup(listed.content, "html.parser").select_one("main li a")
    assert link.text == "Yearly report 2024/25"
    assert "a nurse in the front door" in client.get(link["href"]).text
    with under(loaded):
        assert [r.published_at.date() for r in Release.objects.all()] == [date(2025, 9, 18)]


def test_loading_again_changes_nothing(loaded):
    with under(loaded):
        before = Wording.objects.count()
    demonstration.load()
    with under(loaded):
        assert Wording.objects.count() == before > 20


def test_this_years_stays_a_draft(loaded):
    with under(loaded):
        assert queries.reports_of(loaded).get(period="2025/26").stage == Stage.DRAFTING
