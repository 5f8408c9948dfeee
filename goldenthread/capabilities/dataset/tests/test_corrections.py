"""Corrections never overwrite, and a bound figure finds what took its place."""

from decimal import Decimal

import pytest
from django.db import InternalError, ProgrammingError, transaction

from goldenthread.foundations.measures import actions, queries
from goldenthread.foundations.measures.models import Flag, Observation


def correction(value: int, reason: str = "Two courses had been counted twice"):
    return actions.Correction(Decimal(value), None, None, reason)


@pytest.fixture
def total(bring, asker):
    bring("training.csv")
    return Observation.objects.get(measure__code="training-courses", standing="whole")


def test_a_correction_is_a_new_vintage_and_the_old_one_stays(total, asker):
    made = actions.correct(total, correction(79), by=asker)
    assert [one.value for one in queries.vintages(made)] == [79, 87]
    assert made.reason == "Two courses had been counted twice"
    assert made.recorded_by == asker.described


def test_a_figure_bound_to_the_old_vintage_knows_that_it_changed(total, asker):
    assert not queries.has_changed(total)
    made = actions.correct(total, correction(79), by=asker)
    assert queries.has_changed(total)
    assert queries.current(total) == made


def test_only_the_newest_vintage_is_read_as_current(total, asker):
    actions.correct(total, correction(79), by=asker)
    wholes = [
        one for one in queries.observations_of(asker, "training-courses") if one.standing == "whole"
    ]
    assert [one.value for one in wholes] == [79]


def test_a_correction_that_makes_it_add_up_clears_the_flag(total, asker):
    assert Flag.objects.filter(cleared_at=None).count() == 1
    actions.correct(total, correction(79), by=asker)
    assert Flag.objects.filter(cleared_at=None).count() == 0
    assert Flag.objects.count() == 1, "the flag that was is kept"


def test_the_second_of_two_corrections_is_told(total, asker):
    actions.correct(total, correction(79), by=asker)
    with pytest.raises(actions.CorrectedMeanwhile):
        actions.correct(total, correction(80), by=asker)


def test_importing_the_same_file_again_does_not_undo_a_correction(total, asker, bring):
    made = actions.correct(total, correction(79), by=asker)
    again = bring("training.csv")
    assert (again.added, again.changed) == (0, 0)
    assert queries.current(total) == made


def test_a_file_that_says_otherwise_supersedes_and_says_which_file(bring, asker):
    head = b"area,indicator,period,kind,value\n"
    row = b"Kirklees,Children looked after,31 March 2015,count at date,%d\n"
    bring("june.csv", head + row % 637)
    changed = bring("september.csv", head + row % 640)
    assert (changed.added, changed.changed) == (0, 1)
    newest, older = queries.vintages(queries.observations_of(asker, "looked-after")[0])
    assert (newest.value, older.value) == (640, 637)
    assert newest.reason == "september.csv gives another figure"


def test_the_database_itself_refuses_to_overwrite_a_figure(total):
    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
        Observation.objects.filter(pk=total.pk).update(value=79)


def test_one_partnership_does_not_see_the_figures_of_another(total, asker):
    from goldenthread.foundations.people.gate import under
    from goldenthread.foundations.people.members import machine
    from goldenthread.foundations.people.tests import factories

    other = factories.PartnershipFactory(name="Other", area="Other", slug="other")
    with under(machine(other.pk, doing="tests")):
        assert Observation.objects.count() == 0
