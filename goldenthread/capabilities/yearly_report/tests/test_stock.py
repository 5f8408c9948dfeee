"""How far a report has come stands on the front page, and follows what is written."""

import pytest
from bs4 import BeautifulSoup

from goldenthread.capabilities.yearly_report import offers, tasks
from goldenthread.capabilities.yearly_report.blocks import QUOTATION
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Partnership
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.publishing import actions, queries
from goldenthread.foundations.publishing.models import Report
from goldenthread.foundations.trail.models import Mark

SAID = {"text": "They told us why.", "said_by": "a parent"}


def quote_in(report, by):
    with under(by):
        section = queries.parts_of(by, report)[0].section
        actions.add_block(section=section, kind=QUOTATION, content=SAID, by=by)


def take_stock(report):
    tasks.take_stock(report_id=report.pk, partnership_id=report.partnership_id)


def tiles(client, member):
    page = factories.sign_in(client, member).get(f"/p/{member.slug}/")
    found = BeautifulSoup(page.content, "html.parser").select(".gt-tile")
    return [" ".join(tile.text.split()) for tile in found]


def test_the_front_page_says_how_many_headings_rest_on_evidence(client, manager, report):
    quote_in(report, manager)
    take_stock(report)
    (tile,) = tiles(client, manager)
    assert "1 of 13" in tile
    assert "required headings of the yearly report for 2025/26 that rest on evidence" in tile


def test_nothing_is_said_before_it_was_counted(client, manager, report):
    assert tiles(client, manager) == []


def test_counting_the_same_again_leaves_no_mark(manager, report):
    take_stock(report)
    with under(manager):
        before = Mark.objects.count()
    take_stock(report)
    with under(manager):
        assert Mark.objects.count() == before > 0


def test_many_changes_leave_one_job(manager, report, jobs):
    quote_in(report, manager)
    quote_in(report, manager)
    assert jobs("take_stock") == 1


def test_each_night_the_open_reports_are_counted_again(manager, report, jobs):
    with under(manager):
        Report.objects.update(covered=7, required=13)
    tasks.take_stock_of_all(timestamp=0)
    assert jobs("take_stock") == 1


def test_a_published_report_is_no_longer_on_the_front_page(manager, report):
    with under(manager):
        Report.objects.update(covered=7, required=13, stage="published")
        assert list(offers.stands_out(manager)) == []


def test_it_is_told_only_to_those_who_may_read_the_draft(manager, report):
    partnership = Partnership.objects.get(pk=manager.partnership_id)
    someone = factories.member(Role.PRACTITIONER, partnership=partnership)
    with under(someone):
        Report.objects.update(covered=7, required=13)
        assert list(offers.stands_out(someone)) == []
        assert list(offers.stands_out(manager))


@pytest.fixture
def jobs(db):
    from procrastinate.contrib.django.models import ProcrastinateJob

    def waiting(name: str) -> int:
        return ProcrastinateJob.objects.filter(
            task_name__endswith=f".{name}", status="todo"
        ).count()

    return waiting
