from enum import StrEnum, auto

import pytest

from goldenthread.kernel.decision import YES, every, no
from goldenthread.kernel.workflow import Step, Workflow


class Stage(StrEnum):
    PROPOSED = auto()
    IN_PROGRESS = auto()
    EVIDENCE_SEEN = auto()
    EMBEDDED = auto()
    CLOSED = auto()


class Role(StrEnum):
    AGENCY_LEAD = auto()
    MANAGER = auto()
    CHAIR = auto()


OPEN = (Stage.PROPOSED, Stage.IN_PROGRESS)
WORKFLOW = Workflow(
    initial=Stage.PROPOSED,
    steps=(
        Step("accept", "Accept", Stage.PROPOSED, Stage.IN_PROGRESS, by=(Role.MANAGER, Role.CHAIR)),
        Step("see", "See evidence", Stage.IN_PROGRESS, Stage.EVIDENCE_SEEN, by=Role.MANAGER),
        Step("test", "Test in practice", Stage.EVIDENCE_SEEN, Stage.EMBEDDED, by=Role.MANAGER),
        Step("reopen", "Reopen", Stage.EVIDENCE_SEEN, Stage.IN_PROGRESS, by=Role.CHAIR),
        Step("close", "Close", OPEN, Stage.CLOSED, by=Role.MANAGER, asks_why="Why is it closed?"),
    ),
    labels={Role.MANAGER: "business manager", Stage.EMBEDDED: "embedded in practice"},
)


def test_any_of_several_roles_may_take_a_step():
    assert WORKFLOW.may_take("accept", at=Stage.PROPOSED, roles={Role.CHAIR})
    assert WORKFLOW.may_take("accept", at=Stage.PROPOSED, roles={Role.MANAGER})


def test_a_refusal_names_everyone_who_may():
    refused = WORKFLOW.may_take("accept", at=Stage.PROPOSED, roles={Role.AGENCY_LEAD})
    assert refused.reason == "“Accept” is for the business manager or the chair"


def test_a_step_out_of_turn_is_refused_in_words():
    refused = WORKFLOW.may_take("test", at=Stage.IN_PROGRESS, roles={Role.MANAGER})
    assert not refused
    assert refused.reason == "“Test in practice” cannot follow “In progress”"
    with pytest.raises(LookupError, match="“Test in practice” cannot follow “In progress”"):
        WORKFLOW.after("test", at=Stage.IN_PROGRESS)


def test_a_step_may_leave_from_several_stages():
    assert [WORKFLOW.after("close", at=stage) for stage in OPEN] == [Stage.CLOSED] * 2


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_a_step_that_asks_why_will_not_go_without_a_reason(reason):
    unheard = WORKFLOW.heard(reason, for_step="close", at=Stage.PROPOSED)
    assert not unheard
    assert unheard.reason == "Give a reason: Why is it closed?"


def test_a_reason_given_or_not_asked_for_lets_the_step_go():
    assert WORKFLOW.heard("Merged with 12", for_step="close", at=Stage.PROPOSED)
    assert WORKFLOW.heard("", for_step="accept", at=Stage.PROPOSED)


def test_buttons_are_the_steps_that_one_may_take():
    names = [step.name for step in WORKFLOW.steps_for({Role.MANAGER}, at=Stage.IN_PROGRESS)]
    assert names == ["see", "close"]


def test_labels_are_human_words():
    assert WORKFLOW.label(Stage.EVIDENCE_SEEN) == "Evidence seen"
    assert WORKFLOW.label(Stage.EMBEDDED) == "Embedded in practice"


def test_stages_and_ends_are_found_from_the_table():
    assert WORKFLOW.stages()[0] == Stage.PROPOSED
    assert set(WORKFLOW.stages()) == set(Stage)
    assert WORKFLOW.ends() == [Stage.CLOSED, Stage.EMBEDDED]


def test_the_diagram_shows_every_arrow_and_label():
    lines = [line.strip() for line in WORKFLOW.as_mermaid().splitlines()]
    assert lines[0] == "stateDiagram-v2"
    assert "EMBEDDED: Embedded in practice" in lines
    assert "[*] --> PROPOSED" in lines
    assert "PROPOSED --> CLOSED: Close" in lines
    assert "IN_PROGRESS --> CLOSED: Close" in lines
    assert "EMBEDDED --> [*]" in lines
    assert sum("-->" in line for line in lines) == 1 + 6 + 2


def test_two_steps_of_one_name_cannot_leave_one_stage():
    twice = WORKFLOW.steps[0]
    with pytest.raises(ValueError, match="Two steps of one name"):
        Workflow(initial=Stage.PROPOSED, steps=(twice, twice))


def test_a_refusal_always_says_why():
    with pytest.raises(ValueError, match="must say why"):
        no("  ")


def test_the_first_no_of_several_is_the_answer():
    assert every(YES, no("first"), no("second")) == no("first")
    assert every(YES, YES) == YES
