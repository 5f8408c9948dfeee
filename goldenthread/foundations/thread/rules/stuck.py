"""Whether a lesson stuck, in words, for those who are about to write it again."""

from goldenthread.foundations.thread.rules.recommendation_stages import RecommendationStage as S

STUCK = {
    S.EMBEDDED: "It stuck: tested in practice and embedded",
    S.RE_OPENED: "It did not stick: open again",
    S.TESTED: "Tested in practice, not yet called embedded",
    S.SUPERSEDED: "Superseded by another",
    S.MERGED: "Merged with another",
    S.REJECTED: "Rejected",
    S.NO_TEST: "Closed without a test, so nobody knows",
}
NOT_YET = "Not yet tested in practice"


def whether_it_stuck(stage: str, *, failed_tests: int = 0) -> str:
    """ "It stuck…", "It did not stick…" or what is known instead."""
    said = STUCK.get(S(stage), NOT_YET)
    times = "once" if failed_tests == 1 else f"{failed_tests} times"
    return f"{said}; failed a test {times}" if failed_tests else said
