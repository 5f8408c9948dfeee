"""From a draft to the plan in force to a plan that has ended."""

from enum import StrEnum

from goldenthread.foundations.people.roles import Role
from goldenthread.kernel.workflow import Step, Workflow

MANAGERS = (Role.BUSINESS_MANAGER, Role.COORDINATOR)


class Stage(StrEnum):
    DRAFT = "draft"
    CURRENT = "in force"
    ENDED = "ended"


PLAN = Workflow(
    initial=Stage.DRAFT,
    steps=(
        Step("begin", "Put into force", Stage.DRAFT, Stage.CURRENT, by=MANAGERS),
        Step(
            "redraft",
            "Take back to draft",
            Stage.CURRENT,
            Stage.DRAFT,
            by=MANAGERS,
            asks_why="Why is the plan taken back to draft?",
        ),
        Step(
            "end",
            "End the plan",
            Stage.CURRENT,
            Stage.ENDED,
            by=MANAGERS,
            asks_why="What becomes of the objectives that are not complete?",
        ),
        Step(
            "resume",
            "Put back into force",
            Stage.ENDED,
            Stage.CURRENT,
            by=MANAGERS,
            asks_why="Why is the plan put back into force?",
        ),
    ),
)
