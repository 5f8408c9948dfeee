from dataclasses import replace
from decimal import Decimal

import pytest

from goldenthread.engine.disclosure import Rule, UnknownAudience, percentage, rate, rule_for, rules

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
