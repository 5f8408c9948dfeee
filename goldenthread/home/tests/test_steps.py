"""The trail names a step as its button does."""

import pytest

from goldenthread.foundations.trail.models import Mark
from goldenthread.home import steps


@pytest.mark.parametrize(
    ("did", "to", "was", "said"),
    [
        ("reopen", "publishing.report:3", "published", "Start a new version"),
        ("accept", "thread.recommendation:8", "proposed", "Accept"),
        ("signed in", "people.person:1", "", "signed in"),
        ("reopen", "publishing.report:3", "a stage of long ago", "reopen"),
        ("opened a file", "no.such:1", "", "opened a file"),
    ],
)
def test_a_step_is_named_by_its_own_label_and_all_else_as_it_stands(did, to, was, said):
    assert steps.in_words(Mark(did=did, to=to, detail={"was": was} if was else {})) == said
