"""What becomes of a recommendation in the demonstration, and how many share each fate."""

from dataclasses import dataclass

from goldenthread.foundations.thread.rules.recommendation_stages import RecommendationStage as S

Move = tuple[str, str, str]
PROPOSED: list[Move] = [("propose", S.PROPOSED, "")]
ACCEPTED: list[Move] = [*PROPOSED, ("accept", S.ACCEPTED, "")]
STARTED: list[Move] = [*ACCEPTED, ("start", S.IN_PROGRESS, "")]
SEEN: list[Move] = [
    *STARTED,
    ("complete", S.COMPLETE, ""),
    ("see-evidence", S.EVIDENCE_SEEN, ""),
]
TESTED: list[Move] = [*SEEN, ("test", S.TESTED, "")]
CHANGED = "In nearly all that we looked at, practice is as the recommendation asked."
SOME = "Two agencies do it as asked; in the others it depends on the team."
CHILDREN_SAID = {
    "passed": "Eleven of the twelve who were asked said that it is as it should be. “They asked me first.”",
    "partly": "Half said that it had changed. “It depends who comes.”",
    "failed": "Ten of the twelve had noticed nothing. “Nobody told me what was decided.”",
}
UNCHANGED = "In most that we looked at nothing had changed; few staff had heard of it."


@dataclass(frozen=True)
class Fate:
    """`actions` tells how far its actions came: "done", "open" or "none"."""

    weight: int
    moves: list[Move]
    actions: str
    least_days: int
    result: str = ""
    seen: str = ""
    most_days: int = 2000

    @property
    def stage(self) -> str:
        return self.moves[-1][1]


FATES = (
    Fate(20, [*TESTED, ("embed", S.EMBEDDED, "")], "done", 400, "passed", CHANGED),
    Fate(
        13,
        [*TESTED, ("re-open", S.RE_OPENED, "The test in practice failed")],
        "done",
        300,
        "failed",
        UNCHANGED,
    ),
    Fate(8, TESTED, "done", 250, "partly", SOME),
    Fate(10, SEEN, "done", 200),
    Fate(8, STARTED + [("complete", S.COMPLETE, "")], "done", 150),
    Fate(62, STARTED, "open", 40, most_days=420),
    Fate(8, ACCEPTED, "open", 20, most_days=200),
    Fate(9, PROPOSED, "none", 0, most_days=160),
    Fate(
        4,
        [*ACCEPTED, ("supersede", S.SUPERSEDED, "New national guidance takes its place")],
        "none",
        200,
    ),
    Fate(
        4,
        [*PROPOSED, ("reject", S.REJECTED, "Two agencies already do this; it would add nothing")],
        "none",
        200,
    ),
    Fate(
        4,
        [*SEEN, ("no-test", S.NO_TEST, "A leaflet was printed; there is nothing to test")],
        "done",
        300,
    ),
)
