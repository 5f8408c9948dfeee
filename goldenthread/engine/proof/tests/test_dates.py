"""Dates that cannot be."""

from datetime import date

import pytest

from goldenthread.engine.proof.tests import writing

NEWSLETTER = "Calder Vale Safeguarding Newsletter\n\nJanuary 2025\n\n{}\n"


@pytest.mark.parametrize(
    "words",
    [
        "The panel met on 31 June 2025.",
        "It was signed on 29 February 2023.",
        "The visit of 31/11/2024 was cancelled.",
        "Monday 3rd March 2026 was the first session.",
        "The review ran from 1 May 2025 to 3 April 2025.",
        "The plan for 2024/23 has ended.",
    ],
)
def test_a_date_that_cannot_be_is_found(words):
    assert writing.kinds(writing.text(words)) == {"date"}


@pytest.mark.parametrize(
    "words",
    [
        "The panel met on 30 June 2025 and on 29 February 2024.",
        "Tuesday 3rd March 2026 was the first session.",
        "The review ran from 1 May 2024 to 3 April 2025, between 1 April and 31 March 2025.",
        "See the plans for 2023/24, 2023-24, 2019/2021 and 2010-20, and the return 2025-01.",
        "Version 1.0 November 2025, ISBN 12/34, ratio 3.5.2019.",
        "Issue 45 March 2025. Sessions on 3, 4 and 5 March 2025.",
    ],
)
def test_dates_that_can_be_are_left_alone(words):
    assert writing.shown(writing.text(words)) == []


def test_a_newsletter_does_not_tell_of_a_meeting_yet_to_come_as_past():
    words = NEWSLETTER.format("The board met in December 2025 and will meet again in March 2025.")
    (slip,) = writing.shown(writing.text(words))
    assert "December 2025" in slip.message
    assert slip.found == date(2025, 12, 1)


def test_a_weekday_and_a_year_that_disagree_are_one_slip_with_the_year_that_fits():
    words = NEWSLETTER.format("The board met on Wednesday 11th December 2025.")
    (slip,) = writing.shown(writing.text(words))
    assert (slip.expected, slip.found) == (date(2024, 12, 11), date(2025, 12, 11))
    assert slip.certainty > 0.95


def test_a_plan_may_look_ahead():
    words = NEWSLETTER.format(
        "The programme launched on 9 January 2025 will run until December 2025."
    )
    assert writing.shown(writing.text(words)) == []


def test_an_end_before_its_start_is_found_in_a_table():
    rows = [
        ["Case", "Opened", "Closed"],
        ["A", "3 May 2025", "9 May 2025"],
        ["B", "8 June 2025", "1 June 2025"],
    ]
    (slip,) = writing.shown(writing.web(writing.html_table(rows)))
    assert "row 3, column 3" in slip.place


def test_a_table_headed_for_another_year_than_its_section_is_found():
    words = "Training April 2024 – March 2025\n\nCourses for April 2023 - March 2024\t\t\nCourse\tHeld\tCame\nCore\t4\t60\nNeglect\t2\t31\n"
    assert writing.kinds(writing.text(words)) == {"date"}


@pytest.mark.parametrize(
    "words",
    [
        "At our meeting on 10 December 2025 the board agreed three priorities.",
        "On Wednesday 10 December 2025, partners decided to fund a new post.",
        "Young people spoke at the forum in November 2025.",
        "The board's last meeting was held on 9 December 2025.",
    ],
)
def test_past_events_are_known_by_many_words(words):
    assert writing.kinds(writing.text(NEWSLETTER.format(words))) == {"date"}


@pytest.mark.parametrize(
    "words",
    [
        "Bookings opened last week for the conference on 5 March 2025.",
        "The event planned for 12 March 2025 has moved, and the forum meets on 9 April 2025.",
        "We agreed to publish the strategy in June 2025.",
        "On 3 February 2025 the new course starts; in May 2025 we hope to begin a second.",
        "Partners have until 28 February 2025 to reply. The board will have met twice by July 2025.",
        "The grant, awarded in December 2024, ends on 31 March 2026.",
    ],
)
def test_events_to_come_are_left_alone(words):
    assert writing.shown(writing.text(NEWSLETTER.format(words))) == []
