"""Sound documents of the kinds that trip a careless checker: nothing may be found in them."""

from pathlib import Path

import pytest

from goldenthread.engine.proof import headings, reading
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.tests import writing

SETTINGS = Settings(headings=headings.required_headings())

YEARS = [
    ["Sector", "2021/22", "2022/23", "2023/24"],
    ["Schools", "61", "74", "80"],
    ["Health", "12", "9", "16"],
    ["Sport and clubs", "8", "11", "13"],
    ["Total", "81", "94", "109"],
]
AVERAGES = [
    ["Team", "Contacts", "Average days", "Rate per 10,000", "% in time"],
    ["North", "120", "12.5", "310.2", "81%"],
    ["South", "80", "9.5", "250.4", "93%"],
    ["Total", "200", "11.3", "284.9", "86%"],
]
NESTED = [
    ["Line", "Amount"],
    ["Income", ""],
    ["Council", "£62,000"],
    ["Police", "£14,500"],
    ["Total partners", "£76,500"],
    ["Course fees", "£3,500"],
    ["Total other", "£3,500"],
    ["Total income", "£80,000"],
    ["Expenditure", ""],
    ["Staff", "£70,250"],
    ["of which agency staff", "£5,000"],
    ["Venues", "£9,000"],
    ["Total expenditure", "£79,250"],
    ["Balance", "£750"],
]
ROUNDED = [
    ["Answer", "Number", "%"],
    ["Agree", "33", "33%"],
    ["Unsure", "33", "33%"],
    ["Disagree", "33", "33%"],
    ["Total", "99", "100%"],
]
MANY_ANSWERS = [
    ["What helped (tick all)", "Replies", "%"],
    ["Being listened to", "70", "70%"],
    ["Clear plan", "55", "55%"],
    ["Quick help", "40", "40%"],
]
AGES = [
    ["Age", "Boys", "Girls", "Total"],
    ["Under 5", "c", "c", "31"],
    ["5 to 11", "c", "c", "40"],
    ["12 to 17", "22", "27", "49"],
    ["Total", "61", "59", "120"],
]
TARGETS = [
    ["Measure", "Target", "Actual", "England"],
    ["Assessments within 45 days", "85%", "88%", "83%"],
    ["Number of assessments", "1,200", "1,166", "-"],
    ["Total number of referrals", "2,000", "2,104", "-"],
]
CONTENTS = [["Section", "Page"], ["Foreword", "3"], ["Our priorities", "5"], ["Total spend", "11"]]
RISKS = [
    ["No.", "Risk", "Likelihood", "Impact", "Score"],
    ["1", "Staff leave", "3", "4", "12"],
    ["2", "Data late", "2", "3", "6"],
]
PROSE = """Calder Vale Safeguarding Children Partnership: Yearly report 2024/25

1. Introduction

This report covers 1 April 2024 to 31 March 2025. For advice call 01484 225 161 or 0113 496 0000 (Monday to Friday).

Of the 120 schools asked, 91 (76%) replied and 29 (24%) did not. About half (48%) used the toolkit. Some 63 out of 120 (52.5%) forms came back, which is roughly 53%.

Referrals rose from 310 to 341, an increase of 10%. Repeat plans fell from 22% to 18%. The waiting time was reduced from 14 days to 9 days. Children aged from 5 to 16 took part.

The board met on Thursday 6 March 2025. The next conference will be held on 14 October 2026. Section 11 of the Children Act 2004 applies; see paragraphs 4.2 to 4.9 and pages 12-14.

We work with the Safeguarding Adults Board, and adults who care for children are offered help. Adult services joined transition meetings. The panel met 4 times and saw 3 reports in the third quarter.

The strategy for 2023-26 runs until March 2026; phase 2/3 begins in 2025-26. Read it at https://www.example.org/plans/2024%20-%2025/plan.pdf
"""


@pytest.mark.parametrize(
    "rows",
    [YEARS, AVERAGES, NESTED, ROUNDED, MANY_ANSWERS, AGES, TARGETS, CONTENTS, RISKS],
    ids=[
        "years",
        "averages",
        "nested",
        "rounded",
        "answers",
        "withheld",
        "targets",
        "contents",
        "risks",
    ],
)
def test_sound_tables_give_nothing(rows):
    for document in (
        writing.web(f"<h2>Our figures</h2><p>See below.</p>{writing.html_table(rows)}"),
        writing.text("Our figures\n\n" + "\n".join("\t".join(row) for row in rows)),
        reading.read_bytes(writing.word("# Our figures", rows), "paper.docx"),
    ):
        assert writing.shown(document, SETTINGS) == []


def test_sound_prose_gives_nothing():
    assert writing.shown(writing.text(PROSE), SETTINGS) == []


def test_text_that_agrees_with_its_tables_gives_nothing():
    page = (
        "<h1>Yearly report 2023/24</h1><h2>Allegations</h2>"
        "<p>In 2023/24 we received 109 allegations, 80 of them about schools (73%). In 2022/23 there were 94."
        " Health had 16, up from 9 the year before.</p>" + writing.html_table(YEARS)
    )
    assert writing.shown(writing.web(page), SETTINGS) == []


def test_a_whole_sound_report_gives_nothing():
    """Indicators of many units, two years of budget, quarters, shares, contacts, plans to come."""
    report = Path(__file__).with_name("sound_report.html").read_text("utf-8")
    assert writing.shown(writing.web(report), SETTINGS) == []
    wrong = report.replace("<td>1,402</td>", "<td>1,420</td>")
    assert {slip.kind for slip in writing.shown(writing.web(wrong), SETTINGS)} >= {"total"}


MINUTES = """Calder Vale Safeguarding Children Partnership

Minutes of the Executive held on Tuesday 11 March 2025, 10.00 to 12.30, Room 2.14

68. Minutes of the last meeting

The minutes of 14 January 2025 were agreed. Action 62 was closed on 3 February 2025.

69. Data

The group noted 5,204 referrals, 224 more than last year. AGREED: (1) to receive the data; (2) to meet on 10 June 2025.

70. Serious case review: Child P

The draft was received. Spend to month 10 was £251,400 of £309,400; an underspend of about £8,000 is forecast.
"""
PROCEDURE = """Rapid review procedure

Send the notification within 5 working days and the review within 15 working days.

Do not name people such as Mr Smith, or schools such as Oakdene Primary School.
"""
WRAPPED = """YEARLY REPORT 2024/25
=====================

The partnership met four times in the year.  It agreed three priorities and set
up two groups.  In all 612 people came to 24 courses, which is 40 more than in
2023/24, when 572 came.  The budget of £318,000 was spent on staff, reviews and
training.  Our next newsletter comes out in January 2026.

                          2023/24       2024/25
Council                   150,000       155,000
Health                    100,000       105,000
Police                     54,500        58,000
Total income              304,500       318,000

Staff                     240,100       251,400
Everything else            58,300        58,000
Total spending            298,400       309,400

Left over                   6,100         8,600
"""
NEWSLETTER = """Vale Voices newsletter
Issue 12, November 2025

On Thursday 23 October 2025 young people met the mayor. Safeguarding Week takes place from 17 to 21 November 2025.
Our conference on 12 March 2026 was announced at the October meeting. The strategy, agreed in July 2025, starts in April 2026.
"""


@pytest.mark.parametrize(
    "words",
    [MINUTES, PROCEDURE, WRAPPED, NEWSLETTER],
    ids=["minutes", "procedure", "wrapped", "newsletter"],
)
def test_other_sound_papers_give_nothing(words):
    assert writing.shown(writing.text(words), SETTINGS) == []
