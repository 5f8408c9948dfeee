import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.writers import prose
from goldenthread.engine.writers.report import Items, Paragraph, Quotation, Span, SubHeading, plain


def test_emphasis_and_links_are_read():
    [paragraph] = prose.blocks("We **met** *often*, see [the plan](/plan).")
    assert paragraph.text == (
        Span("We "),
        Span("met", bold=True),
        Span(" "),
        Span("often", italic=True),
        Span(", see "),
        Span("the plan", href="/plan"),
        Span("."),
    )


def test_blocks_come_in_their_order():
    found = prose.blocks("## Why\n\nText\n\n- a\n  1. b\n- c\n\n> They said\n>\n> and again")
    assert [type(block) for block in found] == [SubHeading, Paragraph, Items, Quotation]
    assert plain(found[2].items[0].beneath.items[0].text) == "b"
    assert plain(found[3].text) == "They said\nand again"


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JavaScript:alert(1))",
        "[x](data:text/html,x)",
        "[x](file:///etc/passwd)",
        "[x](//elsewhere.example)",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://elsewhere.example/x.png)",
    ],
)
def test_what_could_harm_is_only_text(text):
    spans = [span for block in prose.blocks(text) for span in block.text]
    assert all(span.href in {"", "https://elsewhere.example/x.png"} for span in spans)
    assert "x" in "".join(span.text for span in spans) or "<" in spans[0].text


def test_a_line_of_words_stays_one_line():
    assert prose.words("# 1. **One**") == (Span("# 1. "), Span("One", bold=True))
    assert prose.words("") == ()


@settings(max_examples=50)
@given(st.text(max_size=200))
def test_anything_may_be_typed(text):
    prose.blocks(text)
    prose.words(text)


def test_headings_of_prose_begin_one_below_their_section():
    depths = [block.depth for block in prose.blocks("### a\n\n#### b\n\n## c\n\n### d")]
    assert depths == [1, 2, 1, 1]
