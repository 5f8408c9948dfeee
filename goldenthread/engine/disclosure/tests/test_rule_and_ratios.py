from dataclasses import replace
from decimal import Decimal

import pytest

from goldenthread.engine.disclosure import (
    Absent,
    Cell,
    Rule,
    UnknownAudience,
    Why,
    beside,
    cell_shown,
    percentage,
    rate,
    rule_for,
    rules,
)

PUBLIC = rule_for("public")


def test_every_shipped_rule_says_where_it_comes_from():
    assert len(rules()) >= 3
    assert all(rule.source and rule.edition != "local" for rule in rules())


def test_an_unknown_audience_is_named():
    with pytest.raises(UnknownAudience, match="“press”"):
        rule_for("press")


@pytest.mark.parametrize("setting", [{"threshold": -1}, {"rounding": 0}, {"percentage_places": -1}])
def test_a_rule_that_makes_no_sense_is_refused(setting):
    with pytest.raises(ValueError, match="must be"):
        Rule("public", **setting)


@pytest.mark.parametrize(
    ("numerator", "denominator", "text"),
    [
        (50, 100, "50"),
        (3, 100, "c"),  # few
        (97, 100, "c"),  # few left over
        (2, 4, "c"),  # few in all
        (100, 100, "100"),
        (0, 100, "0"),
        (0, 0, "z"),
        (0, 3, "c"),
        (8, 2000, "low"),  # rounds to nought and is not
        (125, 1000, "13"),  # halves go up
    ],
)
def test_a_percentage_tells_nothing_of_a_few(numerator, denominator, text):
    assert percentage(numerator, denominator, PUBLIC).text == text


def test_the_settings_of_an_audience_can_be_overlaid():
    own = replace(PUBLIC, threshold=9, percentage_places=1, low="k")
    assert percentage(9, 100, own).text == "c"
    assert percentage(125, 1000, own).text == "12.5"
    assert percentage(10, 200_000, own).text == "k"
    assert percentage(125, 1000, own, places=0).text == "13"


def test_a_share_cannot_be_more_than_the_whole():
    with pytest.raises(ValueError, match="more than"):
        percentage(5, 4, PUBLIC)


def test_a_rate_is_withheld_with_its_count():
    assert rate(3, 99_000, PUBLIC).is_withheld
    assert rate(450, 99_000, PUBLIC).value == Decimal("45.5")


def cell(count, rule=PUBLIC):
    return cell_shown(count, rule)


def test_a_percentage_beside_its_counts_is_made_of_what_is_printed_of_them():
    """34 of 94 are 36%; 30 of 90, as printed, are 33%: the true share would tell more than they do."""
    rounded = rule_for("region")
    assert beside(cell(34, rounded), cell(94, rounded), rounded).text == "33"
    assert beside(cell(34), cell(94), PUBLIC).text == "36"


def test_a_percentage_or_rate_is_withheld_with_either_of_its_counts():
    hidden = Cell("c", 1, None, Why.SECONDARY)
    assert beside(hidden, cell(94), PUBLIC).is_withheld
    assert beside(cell(34), hidden, PUBLIC, per=10_000, places=1).is_withheld


def test_a_rate_of_nobody_is_not_applicable_and_of_no_count_not_available():
    assert beside(cell(0), cell(0), PUBLIC).text == "z"
    assert beside(cell(Absent.NOT_AVAILABLE), cell(94), PUBLIC).text == "x"


@pytest.mark.parametrize(
    ("audience", "rounding", "local"), [("public", 1, "1,234"), ("region", 10, "1,230"), ("national", 10, "1,230")]
)  # fmt: skip
def test_the_presets_keep_the_conventions_of_the_department(audience, rounding, local):
    """Local figures unrounded, regional and national to the nearest 10, whole percentages, c, z and 0."""
    rule = rule_for(audience)
    assert (rule.rounding, rule.percentage_places) == (rounding, 0)
    assert (rule.withheld, rule.not_applicable) == ("c", "z")
    assert [cell(n, rule).text for n in (0, 1234)] == ["0", local]
    assert [n for n in range(10) if rule.is_small(n)] == [1, 2, 3, 4, 5]


def test_what_only_rounds_to_nought_is_low_and_a_true_nought_is_0():
    rule = replace(rule_for("national"), threshold=0)
    assert [cell(n, rule).text for n in (0, 4, 5)] == ["0", "low", "10"]
    assert cell(4, replace(rule, low="k")).text == "k"
