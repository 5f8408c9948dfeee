"""The thread as a drawing, and as the same in lists."""

from collections.abc import Callable, Iterator

from goldenthread.engine.charts.flow import Box, Flow, flow
from goldenthread.foundations.design.words import day
from goldenthread.foundations.thread.pages.tracker import shortened
from goldenthread.foundations.thread.queries.picture import Woven
from goldenthread.foundations.thread.rules import ACTION, RECOMMENDATION
from goldenthread.foundations.thread.rules.kinds import TestResult

FOUND, ADVISED, DONE, SHOWN, TESTED = (
    "Findings",
    "Recommendations",
    "Actions",
    "Evidence",
    "Tests in practice",
)
STAGES = (FOUND, ADVISED, DONE, SHOWN, TESTED)
LENGTH = 90
RESULTS = {TestResult.PASSED: "Passed", TestResult.PARTLY: "Partly", TestResult.FAILED: "Failed"}
Address = Callable[[str, int], str]


def picture(woven: Woven, address: Address) -> Flow | None:
    """`address` gives the page of a finding, recommendation or action. None where there is nothing."""
    boxes = [
        *_findings(woven, address),
        *_recommendations(woven, address),
        *_actions(woven, address),
        *_proof(woven),
    ]
    if not boxes:
        return None
    return flow(STAGES, boxes, title="The thread")


def _findings(woven: Woven, address: Address) -> Iterator[Box]:
    known = {advice.pk for advice in woven.recommendations}
    for f in woven.findings:
        leads = tuple(f"r{r}" for finding, r in woven.led if finding == f.pk and r in known)
        note = f"{f.source_title or f.kind}, {day(f.found_on)}"
        yield Box(f"f{f.pk}", FOUND, _short(f.text), note, address("finding", f.pk), leads)


def _recommendations(woven: Woven, address: Address) -> Iterator[Box]:
    for r in woven.recommendations:
        leads = [f"a{a.pk}" for a in woven.actions if a.recommendation_id == r.pk]
        leads += [f"e{e.pk}" for e in woven.evidence if e.recommendation_id == r.pk]
        leads += [f"t{t.pk}" for t in woven.tests if t.recommendation_id == r.pk]
        note = RECOMMENDATION.label(r.stage)
        href = address("recommendation", r.pk)
        yield Box(f"r{r.pk}", ADVISED, _short(r.text), note, href, tuple(leads))


def _actions(woven: Woven, address: Address) -> Iterator[Box]:
    for a in woven.actions:
        leads = tuple(f"e{e.pk}" for e in woven.evidence if e.action_id == a.pk)
        note = ACTION.label(a.stage)
        yield Box(f"a{a.pk}", DONE, _short(a.text), note, address("action", a.pk), leads)


def _proof(woven: Woven) -> Iterator[Box]:
    for e in woven.evidence:
        yield Box(f"e{e.pk}", SHOWN, _short(e.text), day(e.at))
    for t in woven.tests:
        note = f"{RESULTS[TestResult(t.result)]}, {day(t.tested_on)}"
        yield Box(f"t{t.pk}", TESTED, t.method.capitalize(), note)


def _short(text: str) -> str:
    return shortened(text, LENGTH)
