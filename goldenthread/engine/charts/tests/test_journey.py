"""Journeys: bands as wide as their numbers, re-entries and withheld numbers told and not drawn."""

import re
from xml.etree import ElementTree

import pytest

from goldenthread.engine.charts import Passage, journey

STAGES = ["Referral", "Section 47 enquiry", "Conference", "Plan", "Looked after"]
FLOWS = [
    ("Referral", "Section 47 enquiry", 820),
    Passage("Section 47 enquiry", "Conference", 310, "typically 13 days"),
    ("Conference", "Plan", 262),
    ("Plan", "Looked after", 41),
    ("Section 47 enquiry", "Looked after", 38),
    ("Plan", "Referral", 12),
]
SVG = "{http://www.w3.org/2000/svg}"


def made(flows=FLOWS, **asked):
    return journey("From referral on", STAGES, flows, **asked)


def band_widths(chart):
    """How wide each band begins: from its first point to its last, on the same level."""
    outlines = [p.get("d") for p in ElementTree.fromstring(chart.svg).iter(f"{SVG}path")]
    return [
        float(re.findall(r"[\d.]+", d)[-2]) - float(re.findall(r"[\d.]+", d)[0])
        for d in outlines
        if d.endswith("Z")
    ]


def test_a_band_is_as_wide_as_its_number():
    widths = band_widths(made())
    assert len(widths) == 5
    first = widths[0] / 820
    for width, count in zip(widths, (820, 310, 38, 262, 41), strict=True):
        assert width == pytest.approx(max(count * first, 2), abs=0.15)


def test_every_flow_stands_in_the_table_with_its_share():
    chart = made(totals={"Referral": 2400})
    assert chart.rows[0] == ("Referral", "Section 47 enquiry", "820", "34%", "")
    assert chart.rows[1] == ("Referral", "no further stage", "1,580", "66%", "")
    assert (
        "Section 47 enquiry",
        "Conference",
        "310",
        "38%",
        "typically 13 days",
    ) in chart.rows
    assert ("Plan", "Referral", "12", "5%", "") in chart.rows


def test_a_child_who_comes_back_is_told_in_words():
    chart = made()
    assert "12 back to Referral" in chart.description
    assert "12 back to Referral" in " ".join(ElementTree.fromstring(chart.svg).itertext())


def test_a_withheld_number_is_a_symbol_and_never_a_band_or_a_remainder():
    chart = made([*FLOWS, ("Referral", "Looked after", "c")], totals={"Referral": 2400})
    assert len(band_widths(chart)) == 5
    assert ("Referral", "Looked after", "c", "", "") in chart.rows
    assert not any(row[:2] == ("Referral", "no further stage") for row in chart.rows)
    assert chart.notes == ("c: withheld, because a small number could identify a child",)
    assert "stroke-dasharray" in chart.svg


def test_nothing_is_drawn_beyond_the_edge():
    crowded = [(a, b, 50) for n, a in enumerate(STAGES) for b in STAGES[n + 1 :]]
    root = ElementTree.fromstring(made(crowded).svg)
    numbers = [float(x) for p in root.iter(f"{SVG}path") for x in re.findall(r"[\d.]+", p.get("d"))]
    assert max(numbers[0::2]) <= 420


@pytest.mark.parametrize(
    ("flows", "totals", "says"),
    [
        ([("Referral", "Court", 2)], {}, "“Court” is not a stage"),
        ([("Referral", "Plan", -2)], {}, "less than nought"),
        ([("Referral", "Plan", 2)] * 2, {}, "given twice"),
        ([("Referral", "Plan", 20)], {"Referral": 10}, "More go on from “Referral”"),
        ([("Referral", "Plan", 20)], {"Plan": 10}, "More come to “Plan”"),
        ([], {"Court": 3}, "“Court” is not a stage"),
    ],
)
def test_a_journey_that_cannot_be_is_refused(flows, totals, says):
    with pytest.raises(ValueError, match=says):
        journey("t", STAGES, flows, totals=totals)


def test_a_journey_that_nobody_made_is_still_drawn():
    chart = journey("t", STAGES, [])
    assert [row[0] for row in chart.rows] == STAGES


ROUNDED = {"Referral": 1000, "Section 47 enquiry": 820, "Conference": 310, "Plan": 260}
NOTE = "Numbers are rounded to the nearest 10, so they may not add up."


def test_a_rounded_journey_is_drawn_and_says_that_it_is_rounded():
    """Of 34, 17 and 17 went on: 30, 20 and 20 when rounded."""
    flows = [("Referral", "Plan", 20), ("Referral", "Looked after", 20)]
    chart = journey("t", STAGES, flows, totals={"Referral": 30, "Plan": 10}, rounding=10)
    assert chart.notes == (NOTE,)
    assert NOTE in chart.description
    assert not any(row[1] == "no further stage" for row in chart.rows if row[0] == "Referral")
    assert "-10" not in chart.svg + chart.description


def test_a_rounded_journey_is_drawn_within_its_edges():
    flows = [(STAGES[0], name, 20) for name in STAGES[1:]]
    chart = journey("t", STAGES, flows, totals={STAGES[0]: 60}, rounding=10)
    root = ElementTree.fromstring(chart.svg)
    numbers = [float(x) for p in root.iter(f"{SVG}path") for x in re.findall(r"[\d.]+", p.get("d"))]
    assert max(numbers[0::2]) <= 420


def test_more_than_rounding_can_explain_is_refused():
    with pytest.raises(ValueError, match="More go on from “Referral”"):
        journey("t", STAGES, [("Referral", "Plan", 30)], totals={"Referral": 10}, rounding=10)
    with pytest.raises(ValueError, match="More come to “Plan”"):
        journey("t", STAGES, [("Referral", "Plan", 30)], totals={"Plan": 10}, rounding=10)


def test_who_went_no_further_is_said_where_it_is_more_than_rounding():
    chart = made(totals=ROUNDED, rounding=10)
    assert ("Section 47 enquiry", "no further stage", "472", "58%", "") in chart.rows
    assert ("Conference", "no further stage", "48", "15%", "") in chart.rows
