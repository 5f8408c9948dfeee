"""Required headings: the edition-stamped list, and headings with nothing under them."""

import pytest

from goldenthread.engine.proof import headings, reading
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.tests import writing

REQUIRED = Settings(headings=headings.required_headings())


def test_each_edition_has_its_thirteen_headings_with_their_source():
    for edition in ("WT 2023", "WT 2026"):
        found = headings.required_headings(edition)
        assert [heading.number for heading in found] == list(range(1, 14))
        assert all(heading.source and not heading.confirmed for heading in found)


def test_an_edition_not_held_is_refused_by_name():
    with pytest.raises(KeyError, match=r"WT 2018.*WT 2023"):
        headings.required_headings("WT 2018")


@pytest.mark.parametrize(
    "said",
    ["8. Value for money", "VALUE FOR MONEY 2024/25", "Costs and value for money", "Our budget"],
)
def test_a_reports_own_words_for_a_heading_are_recognised(said):
    assert [h.number for h in REQUIRED.headings if h.heads(said)] == [8]


def test_required_headings_with_nothing_or_a_promise_under_them_are_found():
    page = (
        "<h1>Yearly report 2025/26</h1><p>Welcome.</p><h2>Evidence of impact</h2><h2>Value for money</h2><p>TBC</p>"
        "<h2>Independent scrutiny</h2><p>The scrutineer met children.</p><h2>Partners</h2><h3>Police</h3><p>Text.</p>"
        "<h2>Use of data</h2><img src=x.png alt='Referrals by month'>"
    )
    found = writing.shown(writing.web(page), REQUIRED)
    assert [slip.quote for slip in found] == ["Evidence of impact", "Value for money"]
    assert "WT 2026, item 3, to be confirmed" in found[0].message


def test_word_and_markdown_headings_are_read_too():
    text = "# Yearly report 2025/26\n\nWelcome.\n\n## National reforms\n\n## Education\n\nWe met.\n"
    word = writing.word(
        "# Yearly report 2025/26", "Welcome.", "## National reforms", "## Education", "We met."
    )
    for document in (writing.text(text, "a.md"), reading.read_bytes(word, "a.docx")):
        assert [slip.quote for slip in writing.shown(document, REQUIRED)] == ["National reforms"]


def test_headings_not_there_at_all_are_told_on_request():
    document = writing.web(
        "<h1>Yearly report</h1><p>Hello.</p><h2>Value for money</h2><p>Well spent.</p>"
    )
    assert writing.shown(document, REQUIRED) == []
    found = writing.shown(document, Settings(headings=REQUIRED.headings, expect_all=True))
    assert len(found) == 12


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("Partner contributions", 1),
        ("Themes from scrutiny, reviews and audits in 2024/25", 2),
        ("4. Analysis of learning from serious incidents", 4),
        ("Areas of little or no progress", 5),
        ("Decisions and actions on recommendations of national and local reviews", 6),
        ("How feedback from children and families was sought and used", 7),
        ("The impact of independent scrutiny", 11),
        ("Updates to our published arrangements", 12),
        ("Implementation of national reforms", 13),
    ],
)
def test_headings_worded_otherwise_are_recognised(said, number):
    assert [h.number for h in REQUIRED.headings if h.heads(said)] == [number]


@pytest.mark.parametrize(
    "said",
    [
        "Independent scrutiny and assurance: engagement",
        "Learning from audits",
        "Neglect",
        "Child deaths",
    ],
)
def test_other_headings_are_not_taken_for_required_ones(said):
    assert not [h for h in REQUIRED.headings if h.heads(said)]


def test_a_promise_to_write_is_found_under_any_heading():
    document = writing.web(
        "<h1>Report</h1><p>Hello.</p><h2>Our year</h2><p>[Text to follow]</p><h2>Next</h2><p>More.</p>"
    )
    (slip,) = writing.shown(document)
    assert "Only a promise" in slip.message


@pytest.mark.parametrize("above", ["", "<p><strong>To be written</strong></p>"])
def test_a_section_that_nobody_has_begun_is_not_called_a_promise(above):
    document = writing.web(
        f"<h1>Report</h1><p>Hello.</p><h2>Our year</h2>{above}<p>Nothing has been written here yet.</p><h2>Next</h2><p>More.</p>"
    )
    (slip,) = writing.shown(document)
    assert slip.message == "Nobody has begun the section “Our year”."
