"""What stands beside a mark of the trail."""

import pytest

from goldenthread.home.pages import in_detail


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("put_aside", True, "put aside"),
        ("put_aside", False, ""),
        ("covered", 0, "covered: 0"),
        ("minutes", None, ""),
        ("fields", ["text", "due_on"], "fields: text, due_on"),
        ("fields", [], ""),
        ("kind", "prose", "kind: prose"),
    ],
)
def test_a_detail_says_what_is_so_and_leaves_out_what_is_not(key, value, said):
    assert in_detail(key, value) == said
