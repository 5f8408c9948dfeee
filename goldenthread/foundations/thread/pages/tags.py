"""Stages as words with a tone, so that nothing hangs on a colour."""

from goldenthread.foundations.thread.rules import ACTION, RECOMMENDATION
from goldenthread.foundations.thread.rules.action_stages import ActionStage
from goldenthread.foundations.thread.rules.ratings import Rag
from goldenthread.foundations.thread.rules.recommendation_stages import RecommendationStage

ACTION_TONES = {
    ActionStage.IN_PROGRESS: "moving",
    ActionStage.REPORTED_DONE: "watch",
    ActionStage.COMPLETE: "good",
    ActionStage.CLOSED: "closed",
}
RECOMMENDATION_TONES = {
    RecommendationStage.ACCEPTED: "moving",
    RecommendationStage.IN_PROGRESS: "moving",
    RecommendationStage.COMPLETE: "watch",
    RecommendationStage.EVIDENCE_SEEN: "watch",
    RecommendationStage.TESTED: "watch",
    RecommendationStage.EMBEDDED: "good",
    RecommendationStage.RE_OPENED: "bad",
    RecommendationStage.SUPERSEDED: "closed",
    RecommendationStage.MERGED: "closed",
    RecommendationStage.REJECTED: "closed",
    RecommendationStage.NO_TEST: "closed",
}
RATING_TONES = {
    Rag.RED: "bad",
    Rag.AMBER: "watch",
    Rag.GREEN: "good",
    Rag.BLUE: "moving",
    Rag.GREY: "waiting",
}
SHORT = {ActionStage.REPORTED_DONE: "Reported done"}
WAITING = "waiting"


def rating_tag(rag: str) -> dict[str, str]:
    return {"text": rag.capitalize(), "tone": RATING_TONES[Rag(rag)]}


def action_tag(stage: str) -> dict[str, str]:
    known = ActionStage(stage)
    words = SHORT.get(known, ACTION.label(stage))
    return {"text": words, "tone": ACTION_TONES.get(known, WAITING)}


def recommendation_tag(stage: str) -> dict[str, str]:
    tone = RECOMMENDATION_TONES.get(RecommendationStage(stage), WAITING)
    return {"text": RECOMMENDATION.label(stage), "tone": tone}
