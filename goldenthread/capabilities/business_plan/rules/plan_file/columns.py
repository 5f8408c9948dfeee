"""The columns of a plan's table, and the words that published plans head them with."""

from goldenthread.engine.intake.fields import Field, Kind

_DIGITS = frozenset(str(number) for number in range(1, 100))  # "1.1" read as words is 1 and 1
_RATINGS = {
    "red": ("r", "off track"),
    "amber": ("a", "at risk", "yellow"),
    "green": ("g", "on track"),
    "blue": ("b", "complete", "completed", "done"),
}

PRIORITY_NUMBER = Field(
    "priority_number",
    "Priority number",
    synonyms=("priority", "priority no", "no of priority"),
    value_words=_DIGITS,
)
PRIORITY = Field(
    "priority_title", "Priority", synonyms=("priority title", "strategic priority", "theme")
)
AIM = Field("aim", "Aim", synonyms=("strategic aim", "what we want", "outcome sought", "aims"))
LINK = Field(
    "strategic_link",
    "Strategic link",
    synonyms=("link", "links", "strategic links", "linked strategy", "link to strategy"),
)
NUMBER = Field(
    "number",
    "Objective number",
    synonyms=("objective", "no", "number", "ref", "reference", "objective no", "objective ref"),
    value_words=_DIGITS,
)
TEXT = Field(
    "text",
    "Objective",
    required=True,
    synonyms=("paraphrase", "objectives", "what we will do", "action", "actions", "description"),
)
DUE = Field(
    "due",
    "Due",
    synonyms=("due date", "date", "by when", "when", "deadline", "timescale", "target date"),
)
OWNERS = Field(
    "owners",
    "Owners",
    Kind.LIST,
    synonyms=("owner", "who", "by whom", "lead", "leads", "responsible", "lead officer"),
)
MEASURE = Field(
    "outcome_measure",
    "Outcome measure",
    synonyms=("measure", "measures", "how we will know", "outcome", "success measure"),
)
DIFFERENCE = Field(
    "difference",
    "Difference for children",
    synonyms=("what difference will it make for children", "difference", "impact on children"),
)
PROGRESS = Field(
    "progress",
    "Progress",
    joins=True,
    synonyms=(
        "update",
        "progress and evidence",
        "progress evidence",
        "comments",
        "latest progress",
    ),
)
RATING = Field(
    "rating",
    "Rating",
    Kind.CHOICE,
    synonyms=("rag", "rag rating", "status", "rag status", "progress rag"),
    choices=_RATINGS,
)
SOURCE = Field("source", "Source", synonyms=("source document",))

COLUMNS = (
    PRIORITY_NUMBER, PRIORITY, AIM, LINK, NUMBER, TEXT, DUE, OWNERS, MEASURE, DIFFERENCE, RATING,
    PROGRESS, SOURCE,
)  # fmt: skip
