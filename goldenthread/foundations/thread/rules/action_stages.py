"""How an action moves: it is complete only when someone other than its owner has seen the evidence."""

from enum import StrEnum

from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.thread.rules.who import MAY_SIGN_OFF, MAY_UPDATE
from goldenthread.kernel.workflow import Step, Workflow


class ActionStage(StrEnum):
    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    REPORTED_DONE = "reported done"
    COMPLETE = "complete"
    CLOSED = "closed"


S = ActionStage
OPEN = (S.NOT_STARTED, S.IN_PROGRESS, S.REPORTED_DONE)
WAITING_FOR_OWNER = (S.NOT_STARTED, S.IN_PROGRESS)
SETTLED = (S.COMPLETE, S.CLOSED)

ACTION = Workflow(
    initial=S.NOT_STARTED,
    steps=(
        Step("start", "Start", S.NOT_STARTED, S.IN_PROGRESS, by=MAY_UPDATE),
        Step("report-done", "Report as done", WAITING_FOR_OWNER, S.REPORTED_DONE, by=MAY_UPDATE),
        Step("see-evidence", "Evidence seen", S.REPORTED_DONE, S.COMPLETE, by=MAY_SIGN_OFF),
        Step(
            "send-back",
            "Send back for more evidence",
            S.REPORTED_DONE,
            S.IN_PROGRESS,
            by=MAY_SIGN_OFF,
            asks_why="What does the evidence not show?",
        ),
        Step(
            "close",
            "Close without completing",
            OPEN,
            S.CLOSED,
            by=(Role.BUSINESS_MANAGER, Role.COORDINATOR),
            asks_why="Why is this action no longer needed?",
        ),
        Step(
            "re-open",
            "Re-open",
            SETTLED,
            S.IN_PROGRESS,
            by=MAY_SIGN_OFF,
            asks_why="Why is this action open again?",
        ),
    ),
    labels={S.REPORTED_DONE: "Reported done, evidence not yet seen", S.COMPLETE: "Complete"},
)
