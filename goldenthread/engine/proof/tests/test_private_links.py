"""Links that lead nowhere for a reader outside."""

import pytest

from goldenthread.engine.proof.tests import writing


@pytest.mark.parametrize(
    "address",
    [
        r"H:\Teams\Board\Plan 2026.docx",
        "file:///srv/reports/plan.pdf",
        r"\\fileserver01\safeguarding\plan.docx",
        r"C:\Users\someone\Desktop\plan.docx",
        "https://council-my.sharepoint.com/personal/x/plan.docx",
        "http://intranet/plans",
    ],
)
def test_a_private_address_is_found_in_words_and_behind_them(address):
    shown = writing.text(f"The plan is here: <{address}>")
    behind = writing.web(f'<p>Read <a href="{address}">the plan</a>.</p>')
    assert writing.kinds(shown) == writing.kinds(behind) == {"private link"}


@pytest.mark.parametrize(
    "words",
    [
        "https://www.example.gov.uk/plans/2026",
        "Priority A: listening",
        "Ratio 3:1 and C:N",
        "and/or, T&F group",
        "Objectives: a/ b/ c/",
    ],
)
def test_public_addresses_and_ordinary_words_are_left_alone(words):
    assert not writing.shown(writing.text(words))
