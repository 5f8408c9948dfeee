"""Days as a person writes them, and how a table keeps one on its line."""

import pytest
from django.template import engines

TABLE = '{% from "design/lists.jinja" import table %}{{ table("Due", ["What", "When"], [["It", said]]) }}'


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("22 November 2026", True),
        ("2 May 2026", True),
        ("No date yet", False),
        ("By 22 November 2026, or as soon as the school is open", False),
    ],
)
def test_a_day_alone_in_its_cell_is_not_broken_over_two_lines(said, kept):
    assert ("gt-day" in engines["jinja2"].from_string(TABLE).render({"said": said})) is kept
