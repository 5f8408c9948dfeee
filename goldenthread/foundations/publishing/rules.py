"""The stages of a report, and when a heading rests on evidence. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from goldenthread.foundations.people.roles import Role
from goldenthread.kernel.workflow import Step, Workflow


class Stage(StrEnum):
    DRAFTING = "drafting"
    SIGNING = "with the partners"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


OPEN = (Stage.DRAFTING, Stage.SIGNING)  # neither published nor withdrawn: still being made
MANAGERS = (Role.BUSINESS_MANAGER, Role.COORDINATOR)

WORKFLOW = Workflow(
    initial=Stage.DRAFTING,
    steps=(
        Step("send", "Send to the partners to sign", Stage.DRAFTING, Stage.SIGNING, by=MANAGERS),
        Step(
            "recall",
            "Take back to change it",
            Stage.SIGNING,
            Stage.DRAFTING,
            by=MANAGERS,
            asks_why="What must change before the partners sign?",
        ),
        Step("publish", "Publish", Stage.SIGNING, Stage.PUBLISHED, by=MANAGERS),
        Step(
            "reopen",
            "Start a new version",
            Stage.PUBLISHED,
            Stage.DRAFTING,
            by=MANAGERS,
            asks_why="Why is a new version needed?",
        ),
        Step(
            "withdraw",
            "Withdraw",
            Stage.PUBLISHED,
            Stage.WITHDRAWN,
            by=MANAGERS,
            asks_why="Why is it withdrawn?",
        ),
        Step(
            "restore",
            "Start again from it",
            Stage.WITHDRAWN,
            Stage.DRAFTING,
            by=MANAGERS,
            asks_why="Why is it taken up again?",
        ),
    ),
)


class Ground(StrEnum):
    """What a required heading rests on."""

    EVIDENCE = "rests on evidence"
    WORDS = "words only"
    BARE = "bare"


@dataclass(frozen=True)
class Coverage:
    """One required heading, and what stands under it in a report: `evidence` by name, prose by count."""

    number: int
    title: str
    confirmed: bool
    sections: tuple[str, ...]
    evidence: tuple[str, ...]
    words: int

    @property
    def ground(self) -> Ground:
        if self.evidence:
            return Ground.EVIDENCE
        return Ground.WORDS if self.words else Ground.BARE


SENT_ON = "sent on"  # a turn that changes no stage: to the Panel and to Foundations
DONE = {
    "send": "Sent to the partners to sign",
    "recall": "Taken back to change it",
    "publish": "Published",
    "reopen": "A new version was started",
    "withdraw": "Withdrawn",
    "restore": "Started again from what was withdrawn",
    SENT_ON: "Sent on to the Panel and to Foundations",
}
"""What stands in the history of a report for each turn that it took."""
ENOUGH_WORDS = 25  # fewer than this under a heading say nothing yet
