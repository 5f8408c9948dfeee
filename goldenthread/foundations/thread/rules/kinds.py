"""The kinds of thing that a thread holds, in the field's words."""

from enum import StrEnum


class FindingKind(StrEnum):
    STRENGTH = "strength"
    AREA = "area for development"
    LEARNING = "learning"


class TestMethod(StrEnum):
    """How somebody looked whether practice really changed."""

    __test__ = False  # it is not a test of ours, whatever pytest makes of its name

    AUDIT = "case audit"
    DIP_SAMPLE = "dip sample"
    SURVEY = "survey"
    OBSERVATION = "observation of practice"
    FOCUS_GROUP = "practitioner focus group"
    CHILDREN = "asking children or families"
    FIGURES = "figures"


class TestResult(StrEnum):
    __test__ = False

    PASSED = "passed"
    PARTLY = "partly"
    FAILED = "failed"


RESULTS_IN_WORDS = {
    TestResult.PASSED: "Passed: practice has changed",
    TestResult.PARTLY: "Partly: practice has changed in some places",
    TestResult.FAILED: "Failed: practice has not changed",
}
