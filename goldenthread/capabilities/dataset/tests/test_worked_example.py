"""Every packaged file of published figures is taken in whole, and only what is wrong is flagged."""

import csv

import pytest

from goldenthread.capabilities.dataset.tests.conftest import EXAMPLE
from goldenthread.foundations.measures.models import Flag, Observation
from goldenthread.foundations.measures.showing.tables import table_for
from goldenthread.kernel import periods

YEAR = periods.parse("2014/15")

# File → figures that it holds: every filled cell of a column of figures.
HOLDS = {
    "allegations.csv": 50,
    "budget.csv": 42,
    "conference_feedback.csv": 10,
    "cse_case_review.csv": 22,
    "engagement.csv": 35,
    "groups.csv": 8,
    "indicators.csv": 48,
    "investment.csv": 9,
    "schools_training.csv": 21,
    "serious_incidents.csv": 10,
    "training.csv": 39,
    "training_evaluation.csv": 15,
    "unit_costs.csv": 22,
}


def test_every_packaged_file_is_in_the_table():
    assert {path.name for path in EXAMPLE.glob("*.csv")} == set(HOLDS)


@pytest.mark.parametrize("name", HOLDS)
def test_every_figure_of_a_file_is_kept(bring, name):
    brought = bring(name)
    assert (brought.added, brought.changed) == (HOLDS[name], 0)
    assert Observation.objects.filter(brought_by=brought).count() == HOLDS[name]


@pytest.mark.parametrize("name", ["training.csv", "allegations.csv"])
def test_the_count_is_that_of_the_filled_cells(name):
    with (EXAMPLE / name).open() as file:
        rows = list(csv.DictReader(file))
    figures = [c for c in rows[0] if c in ("courses", "delegates") or c.startswith("20")]
    assert sum(bool(row[column]) for row in rows for column in figures) == HOLDS[name]


@pytest.mark.parametrize("name", HOLDS)
def test_the_same_file_twice_adds_nothing_and_says_so(bring, name):
    bring(name)
    again = bring(name)
    assert (again.added, again.changed, again.unchanged) == (0, 0, HOLDS[name])


def test_exactly_what_does_not_add_up_is_flagged(bring):
    for name in HOLDS:
        bring(name)
    found = {
        (flag.observation.measure.code, flag.kind, int(flag.found), int(flag.expected))
        for flag in Flag.objects.select_related("observation__measure")
    }
    assert found == {
        ("training-courses", "sum", 87, 79),
        ("overspend", "difference", 23022, 22978),
        ("plans-second-time-percent", "ratio", 13, 14),  # 50 of 365 is 13.7
        ("training-completions", "agreement", 1241, 1244),
    }


def test_a_flag_is_a_sentence_that_a_person_can_act_on(bring):
    bring("training.csv")
    assert Flag.objects.get().sentence == (
        "Multi-agency training: courses, 2014/15: published as 87, but its 16 lines add up to 79."
    )


def test_the_order_of_the_files_does_not_matter_to_what_is_flagged(bring):
    for name in reversed(HOLDS):
        bring(name)
    assert Flag.objects.filter(cleared_at=None).count() == 4


def test_a_published_total_is_kept_as_published(bring):
    bring("training.csv")
    total = Observation.objects.get(measure__code="training-courses", standing="whole")
    assert (total.value, total.place) == (87, "training.csv, row 23, column G")


def test_a_subtotal_stands_beneath_its_lines(bring, asker):
    bring("budget.csv")
    names = [line.name for line in table_for(asker, ["income"], periods=[YEAR]).lines]
    assert names[7:13] == [
        "Stronger Families",
        "Partners, subtotal",
        "Dedicated schools grant",
        "School training income",
        "Other income (reserve fund)",
        "Other, subtotal",
    ]


def test_a_share_that_was_cut_off_says_what_it_rounds_to(bring):
    bring("indicators.csv")
    told = Flag.objects.get(kind="ratio").sentence
    assert "published as 13%, but 50 of 365 is 13.7%, which rounds to 14%" in told
