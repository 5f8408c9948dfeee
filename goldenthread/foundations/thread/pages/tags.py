"""Stages and ratings as tags: always words, so that nothing hangs on the colour."""

from goldenthread.foundations.thread.rules import ACTION, RECOMMENDATION
from goldenthread.foundations.thread.rules.action_stages import ActionStage
from goldenthread.foundations.thread.rules.ratings import Rag
from goldenthread.foundations.thread.rules.recommendation_stages import RecommendationStage

RATING_COLOURS = {
    Rag.RED: "red",
    Rag.AMBER: "orange",
    Rag.GREEN: "green",
    Rag.BLUE: "blue",
    Rag.GREY: "grey",
}
ACTION_COLOURS = {
    ActionStage.IN_PROGRESS: "light-blue",
    ActionStage.REPORTED_DONE: "purple",
    ActionStage.COMPLETE: "blue",
}
RECOMMENDATION_COLOURS = {
    RecommendationStage.PROPOSED: "yellow",
    RecommendationStage.ACCEPTED: "light-blue",
    RecommendationStage.IN_PROGRESS: "light-blue",
    RecommendationStage.COMPLETE: "purple",
    RecommendationStage.EVIDENCE_SEEN: "purple",
    RecommendationStage.TESTED: "turquoise",
    RecommendationStage.EMBEDDED: "green",
    RecommendationStage.RE_OPENED: "red",
}
SHORT = {ActionStage.REPORTED_DONE: "Reported done"}


def rating_tag(rag: str) -> dict[str, str]:
    return _tag(rag.capitalize(), RATING_COLOURS[Rag(rag)])


def action_tag(stage: str) -> dict[str, str]:
    words = SHORT.get(ActionStage(stage), ACTION.label(stage))
    return _tag(words, ACTION_COLOURS.get(ActionStage(stage), "grey"))


def recommendation_tag(stage: str) -> dict[str, str]:
    colour = RECOMMENDATION_COLOURS.get(RecommendationStage(stage), "grey")
    return _tag(RECOMMENDATION.label(stage), colour)


def _tag(words: str, colour: str) -> dict[str, str]:
    return {"text": words, "classes": f"govuk-tag--{colour}"}
