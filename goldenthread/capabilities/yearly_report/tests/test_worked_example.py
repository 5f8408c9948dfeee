"""The main job: published figures in, a drafted report with its proof out."""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup

from goldenthread.capabilities.yearly_report import building
from goldenthread.foundations.measures.models import Observation
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine
from goldenthread.foundations.people.models import Partnership

KIRKLEES = "kirklees-worked-example"


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The worked example's figures, kept for this module and undone after it."""
    from django.db import transaction

    from goldenthread.capabilities.dataset import demonstration as figures
    from goldenthread.foundations.people import demonstration as people

    with django_db_blocker.unblock(), transaction.atomic():
        people.load()
        figures.load()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def report_2015(loaded):
    return building.build(KIRKLEES, "2014/15", title="Yearly report", edition="WT 2023")


@pytest.fixture(scope="module")
def report_2022(loaded):
    return building.build(KIRKLEES, "2021/22", title="Yearly report")


def said(built):
    return " ".join(found.slip.message for found in built.slips)


def test_the_proof_of_2014_15_names_the_courses_that_do_not_add_up(report_2015):
    assert "published as 87, but its 16 lines add up to 79" in said(report_2015)


def test_the_proof_of_2014_15_names_the_people_trained(report_2015):
    assert "1,241" in said(report_2015)
    assert "1,244" in said(report_2015)


def test_the_proof_of_2021_22_names_the_overspend(report_2022):
    assert "£23,022" in said(report_2022)
    assert "£22,978" in said(report_2022)


@pytest.mark.parametrize("name", ["report_2015", "report_2022"])
def test_an_old_report_is_bare_under_some_of_todays_headings_and_says_so(name, request):
    built = request.getfixturevalue(name)
    assert 0 < built.covered < built.headings == 13


def test_no_figure_of_a_later_year_stands_in_an_earlier_report(report_2015):
    assert "2021/22" not in report_2015.made.html


def test_the_small_numbers_of_allegations_are_withheld(report_2015):
    page = BeautifulSoup(report_2015.made.html, "html.parser")
    row = next(row for row in page.select("tr") if row.th and row.th.text == "Police")
    assert row.td.text == "c"


def test_the_command_for_a_partnership_that_is_not_there_says_which_there_are(loaded):
    with pytest.raises(building.CannotBuild, match=KIRKLEES):
        building.build("nowhere", "2014/15", title="Yearly report")


def test_a_year_that_is_none_is_refused_in_words(loaded):
    with pytest.raises(building.CannotBuild, match="not a year"):
        building.build(KIRKLEES, "soon", title="Yearly report")


def test_building_twice_drafts_once(report_2015):
    again = building.build(KIRKLEES, "2014/15", title="Yearly report", edition="WT 2023")
    assert again.report.pk == report_2015.report.pk


def test_a_corrected_record_corrects_the_report_and_tells_the_writers(loaded, report_2022):
    from goldenthread.capabilities.yearly_report import reading
    from goldenthread.foundations.measures.actions import Correction, correct
    from goldenthread.foundations.publishing import actions, queries

    kirklees = Partnership.objects.get(slug=KIRKLEES)
    with under(building.asker_for(KIRKLEES)) as by:
        report = report_2022.report
        part = queries.parts_of(by, report)[0]
        bound = {"measure": "overspend", "period": "2021/22", "shown": "£23,022"}
        actions.add_block(section=part.section, kind="figure", content=bound, by=by)
        one = Observation.objects.get(measure__code="overspend", superseded_by__isnull=True)
        correct(one, Correction(Decimal(22978), None, None, "The lines were added again"), by=by)
        drawn = reading.drawn(report, machine(kirklees.pk, doing="look"))
    assert "it was £23,022, it is £22,978 now" in " ".join(drawn.sections[0].notes)
