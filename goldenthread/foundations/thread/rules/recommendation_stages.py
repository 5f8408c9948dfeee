"""How a recommendation moves: embedded only after a test in practice; a failed test re-opens it.

The stages are those that partnerships describe (proposed to embedded or re-opened), and the four
ends that keep a tracker from silting up: superseded, merged, rejected, and no test needed.
"""

from enum import StrEnum

from goldenthread.foundations.thread.rules.who import MANAGES, MAY_SIGN_OFF, MAY_TEST, TYPES_IN
from goldenthread.kernel.workflow import Step, Workflow


class RecommendationStage(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in progress"
    COMPLETE = "complete"
    EVIDENCE_SEEN = "evidence seen"
    TESTED = "tested in practice"
    EMBEDDED = "embedded"
    RE_OPENED = "re-opened"
    SUPERSEDED = "superseded"
    MERGED = "merged"
    REJECTED = "rejected"
    NO_TEST = "closed without a test"


S = RecommendationStage
OPEN = (
    S.PROPOSED,
    S.ACCEPTED,
    S.IN_PROGRESS,
    S.COMPLETE,
    S.EVIDENCE_SEEN,
    S.TESTED,
    S.RE_OPENED,
)
CLOSED = (S.SUPERSEDED, S.MERGED, S.REJECTED, S.NO_TEST)
MAY_BE_TESTED = (S.EVIDENCE_SEEN, S.TESTED, S.EMBEDDED)
DONE = (S.COMPLETE, S.EVIDENCE_SEEN, S.TESTED)
# Steps that ask for more than a button: they are taken by seeing evidence or by recording a test.
BY_TEST = "test"
BY_EVIDENCE = "see-evidence"
NAMES_ANOTHER = ("supersede", "merge")

RECOMMENDATION = Workflow(
    initial=S.PROPOSED,
    steps=(
        Step("accept", "Accept", S.PROPOSED, S.ACCEPTED, by=MAY_SIGN_OFF),
        Step("start", "Start work", (S.ACCEPTED, S.RE_OPENED), S.IN_PROGRESS, by=TYPES_IN),
        Step("complete", "All actions are complete", S.IN_PROGRESS, S.COMPLETE, by=MAY_SIGN_OFF),
        Step(BY_EVIDENCE, "Evidence seen", S.COMPLETE, S.EVIDENCE_SEEN, by=MAY_SIGN_OFF),
        Step(BY_TEST, "Record a test in practice", S.EVIDENCE_SEEN, S.TESTED, by=MAY_TEST),
        Step("embed", "Embedded", S.TESTED, S.EMBEDDED, by=MANAGES),
        Step(
            "re-open",
            "Re-open",
            (*DONE, S.EMBEDDED, *CLOSED),
            S.RE_OPENED,
            by=MAY_TEST,
            asks_why="Why is this recommendation open again?",
        ),
        Step(
            "supersede",
            "Close: superseded by another",
            OPEN,
            S.SUPERSEDED,
            by=MANAGES,
            asks_why="What takes its place, and why?",
        ),
        Step(
            "merge",
            "Close: merged with another",
            OPEN,
            S.MERGED,
            by=MANAGES,
            asks_why="Why do these belong together?",
        ),
        Step(
            "reject",
            "Close: rejected",
            OPEN,
            S.REJECTED,
            by=MANAGES,
            asks_why="Why is this recommendation rejected?",
        ),
        Step(
            "no-test",
            "Close: needs no test",
            (*DONE, S.IN_PROGRESS, S.RE_OPENED),
            S.NO_TEST,
            by=MANAGES,
            asks_why="Why does this recommendation need no test in practice?",
        ),
    ),
    labels={S.RE_OPENED: "Re-opened"},
)
