"""Percentages, in sentences and in tables, and changes from one figure to another."""

import pytest

from goldenthread.engine.proof.tests import writing


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("63 of the 120 forms (62.5%) came back.", 52.5),
        ("Of the 240 forms sent, 156 (75%) were returned.", 65),
        ("A further 12 of the 60 cases, or 25%, were closed.", 20),
        ("Replies came from 40% (19/38) of schools.", 50),
        ("Contacts increased by 25% from 400 to 520.", 30),
        ("The number fell from 80 to 60, a drop of 30%.", 25),
        ("We trained 240 people, up from 200, a rise of 25%.", 20),
        ("There were 60 referrals in the year (down from 80, a fall of 20%).", 25),
        ("The council heard from 1,150 children, an increase from 1,000 (up 25%).", 15),
    ],
)
def test_a_percentage_that_its_figures_do_not_make_is_found(words, expected):
    (slip,) = writing.shown(writing.text(words))
    assert slip.expected == expected


def test_a_rise_that_is_a_fall_is_found():
    assert writing.kinds(writing.text("Referrals rose from 310 to 290 over the year.")) == {
        "change"
    }


@pytest.mark.parametrize(
    "words",
    [
        "We held 290 reviews, up from 310 the year before.",
        "There were 40 complaints, a fall from 30.",
    ],
)
def test_a_rise_told_backwards_that_is_a_fall_is_found(words):
    assert writing.kinds(writing.text(words)) == {"change"}


@pytest.mark.parametrize(
    "words",
    [
        "We trained 240 people, up from 200, a rise of 20%.",
        "We trained 240 people, up from 200, a rise of 40.",
        "We trained 240 people in 2025/26, up from 200 in 2024/25, and 25% of them were new.",
        "Attendance was 84%, up from 82%, a rise of 2 percentage points.",
        "In 2026, up from 12 schools, 14 took part.",
        "63 of the 120 forms (52.5%) came back; 63 out of 120 (53%) is as fair, and so is about 50%.",
        "Of the 39 deaths, 23 were reviewed and 19 concluded (83% of those).",
        "Repeat referrals fell from 43% to 14%, down by 29%.",
        "Waiting times were reduced from 14 days to 9 days.",
        "It rose from 44 in 2013/14 to 102 in 2014/15.",
    ],
)
def test_fair_percentages_are_left_alone(words):
    assert writing.shown(writing.text(words)) == []


def test_a_share_in_a_table_that_its_counts_do_not_make_is_found():
    head = "<tr><th rowspan=2>Agency<th colspan=2>2024<th colspan=2>2025</tr><tr><th>Number<th>%<th>Number<th>%</tr>"
    body = "<tr><td>Police<td>20<td>25%<td>30<td>30%<tr><td>Health<td>40<td>50%<td>45<td>54%<tr><td>Schools<td>20<td>25%<td>25<td>25%<tr><td>Total<td>80<td>100%<td>100<td>100%"
    found = writing.shown(writing.web(f"<table>{head}{body}</table>"))
    assert [(slip.expected, slip.found) for slip in found if "row 4" in slip.place] == [(45, 54)]


def test_counts_with_their_share_in_one_cell_are_read():
    rows = [
        ["Answer", "Replies"],
        ["Yes", "30 (60%)"],
        ["Unsure", "5 (10%)"],
        ["No", "15 (40%)"],
        ["Total", "50 (100%)"],
    ]
    (slip,) = writing.shown(writing.web(writing.html_table(rows)))
    assert (slip.expected, slip.found) == (30, 40)
