import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup

from goldenthread.engine.writers import html
from goldenthread.engine.writers.report import Report, Section, SubHeading, Table


def test_a_page_says_its_language_title_and_headings_in_order(page):
    assert page.html["lang"] == "en-GB"
    assert page.title.text == "Yearly report 2014/15"
    levels = [int(h.name[1]) for h in page.find_all(re.compile(r"^h\d$"))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_every_header_cell_says_what_it_heads(page):
    scopes = Counter(cell["scope"] for cell in page.find_all("th"))
    assert set(scopes) == {"col", "row"}
    assert len(page.find_all("table")) == 4


def test_every_id_is_its_own_and_every_link_within_leads_somewhere(page):
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    within = [a["href"][1:] for a in page.find_all("a") if a["href"].startswith("#")]
    assert len(within) == 4
    assert set(within) <= set(ids)
    labelled = {name for tag in page.find_all(attrs={"aria-labelledby": True}) for name in tag["aria-labelledby"].split()}  # fmt: skip
    assert labelled <= set(ids)


def test_a_kept_file_asks_nothing_of_the_net(page):
    assert not page.find_all(["script", "link", "img", "iframe"])
    assert not re.search(r"url\(|@import", page.style.text)


def test_a_fragment_has_no_style_of_its_own_and_its_headings_where_asked(report):
    made = html.fragment(report, top=3, prefix="r1-")
    assert not re.search(r"<style|\sstyle=|<script", made)
    soup = BeautifulSoup(made, "html.parser")
    assert soup.find(re.compile(r"^h\d$")).name == "h3"
    assert all(h["id"].startswith("r1-") for h in soup.find_all("h3", id=True))


def test_what_authors_and_records_hold_is_text_and_never_mark_up():
    table = Table("<img src=x>", ("<b>",), (("<script>alert(1)</script>",),))
    made = html.page(Report("<script>", (Section("<i>", (table,)),)))
    assert "<script" not in made
    assert "<img" not in made
    assert "&lt;script&gt;alert(1)" in made


def test_a_heading_may_not_skip_a_level():
    with pytest.raises(ValueError, match="“Late” is at level 3 beneath level 1"):
        Report("t", (Section("Early"), Section("Late", level=3)))
    with pytest.raises(ValueError, match="“Deep” is at level 3 beneath level 1"):
        Report("t", (Section("Early", (SubHeading("Deep", depth=2),)),))


def test_a_row_of_the_wrong_length_is_named():
    with pytest.raises(ValueError, match="Table “t”, row 2: 1 cells for 2 columns"):
        Table("t", ("a", "b"), (("1", "2"), ("1",)))
