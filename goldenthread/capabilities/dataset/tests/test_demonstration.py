"""The demonstration is complete, adds up but for what is meant not to, and loads once."""

import pytest

from goldenthread.capabilities.dataset import demonstration
from goldenthread.foundations.measures import queries, tasks
from goldenthread.foundations.measures.models import FigureImport, StoredChart
from goldenthread.foundations.measures.showing import drawn
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine
from goldenthread.foundations.people.models import Partnership
from goldenthread.foundations.people.tests import factories


@pytest.fixture
def callowdale(db):
    factories.PartnershipFactory(name="Callowdale", area="Callowdale", slug="callowdale")
    demonstration.load()
    partnership = Partnership.objects.get(slug="callowdale")
    with under(machine(partnership.pk, doing="tests")) as asker:
        yield asker


def test_the_invented_area_has_four_years_of_quarters_for_about_forty_measures(callowdale):
    measures = queries.measures_of(callowdale).filter(queries.with_figures())
    assert measures.count() >= 40
    assert len(queries.observations_of(callowdale, "referrals")) == 16


def test_what_it_is_compared_with_says_that_it_is_invented(callowdale):
    kinds = ("country", "region", "neighbour", "other")
    names = queries.areas_of(callowdale).filter(kind__in=kinds).values_list("name", flat=True)
    assert names
    assert all(name.endswith("(invented)") for name in names)


def test_every_invented_source_says_that_it_is_invented(callowdale):
    titles = queries.sources_of(callowdale).values_list("title", flat=True)
    assert titles
    assert all(title.endswith("(invented)") for title in titles)


def test_its_figures_add_up(callowdale):
    assert [flag.sentence for flag in queries.flags(callowdale)] == []


def test_loading_again_adds_nothing(callowdale):
    before = FigureImport.objects.count()
    demonstration.load()
    assert FigureImport.objects.count() == before


def test_a_chart_is_drawn_for_each_measure_that_can_have_one(kirklees, asker, bring):
    bring("groups.csv")
    bring("training.csv")
    assert drawn.draw_all(asker, ["group-meetings", "training-courses"]) == 2
    assert StoredChart.objects.count() == 2
    assert drawn.draw_all(asker, ["group-meetings", "training-courses"]) == 0


def test_the_job_that_draws_charts_may_run_twice(kirklees, asker, bring):
    bring("groups.csv")
    ids = [queries.measure(asker, "group-meetings").pk]
    for _ in range(2):
        tasks.draw_charts(partnership_id=kirklees.pk, measure_ids=ids)
    assert StoredChart.objects.count() == 1
