"""Over- and underspends."""

import pytest

from goldenthread.engine.proof.tests import writing

LISTS = """Budget

Income from partners: £181,400

Expenses:

Staffing £140,100
Website £22,300
Training £18,250
Scrutineer £9,900

The overspend of £9,510 was met from reserves.
"""


def test_lists_of_lines_are_added_up_for_a_stated_overspend():
    (slip,) = writing.shown(writing.text(LISTS))
    assert (slip.expected, slip.found) == (9150, 9510)
    assert "£190,550" in slip.message


def test_a_right_overspend_is_left_alone():
    assert writing.shown(writing.text(LISTS.replace("9,510", "9,150"))) == []


@pytest.mark.parametrize(
    "words",
    [
        "The budget was £120,000 and we spent £113,400, leaving an underspend of £6,800.",
        "Total income was £80,000 and total expenditure £75,000, an overspend of £5,000.",
    ],
)
def test_a_gap_that_the_sentence_does_not_leave_is_found(words):
    assert writing.kinds(writing.text(words)) == {"difference"}


def test_variances_in_brackets_are_checked_row_by_row():
    rows = [
        ["Line", "Budget", "Actual", "Variance"],
        ["Staff", "£100,000", "£104,500", "(£4,500)"],
        ["Venues", "£8,000", "£6,500", "£1,500"],
        ["Legal", "£2,000", "£1,100", "£700"],
        ["Reviews", "£9,000", "£9,000", "-"],
    ]
    (slip,) = writing.shown(writing.web(writing.html_table(rows)))
    assert (slip.expected, slip.found) == (900, 700)


def test_a_balance_row_is_income_less_spending():
    rows = [["Line", "£"], ["Council", "90,000"], ["Police", "20,000"], ["Total income", "110,000"]]
    rows += [
        ["Staff", "88,000"],
        ["Other", "15,000"],
        ["Total expenditure", "103,000"],
        ["Surplus", "7,500"],
    ]
    (slip,) = writing.shown(writing.web(writing.html_table(rows)))
    assert (slip.kind, slip.expected) == ("difference", 7000)
