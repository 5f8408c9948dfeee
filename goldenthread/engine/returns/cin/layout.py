"""How the XML of a children in need census is laid out: which elements are rows, and of which table."""

# The element that holds a row → its table. Names differ in one place only.
ROWS = {
    "Header": "Header",
    "ChildIdentifiers": "ChildIdentifiers",
    "ChildCharacteristics": "ChildCharacteristics",
    "CINdetails": "CINdetails",
    "Assessments": "Assessments",
    "CINPlanDates": "CINplanDates",
    "Section47": "Section47",
    "ChildProtectionPlans": "ChildProtectionPlans",
}
# A leaf that is a row of its own, its text standing after the row's keys → its table.
LEAVES = {
    "Disability": "Disabilities",
    "AssessmentFactors": "AssessmentFactorsList",
    "CPPreviewDate": "Reviews",
}
# Some systems write these for a child who has none: with no element in it, one says nothing. An empty
# ChildIdentifiers or ChildCharacteristics is a row all the same, whose blanks the rules find.
HOLLOW_WHEN_EMPTY = frozenset(
    ["CINdetails", "Assessments", "CINPlanDates", "Section47", "ChildProtectionPlans"]
)
# A code left empty is no code, but a review without its date is a review: rule 8842Q asks for it.
COUNT_WHEN_EMPTY = frozenset(["Reviews"])
# Tables whose rows are numbered through the file → the column with the number, by which the rows
# within them are tied to them.
NUMBERED = {
    "CINdetails": "CINdetailsID",
    "Assessments": "AssessmentID",
    "ChildProtectionPlans": "CPPID",
}
ROOT = "Message"
CHILD = "Child"
CHILD_ID = "LAchildID"
# They say nothing themselves. A child's id is here since some systems repeat it in every group.
WRAPPERS = frozenset(
    [
        ROOT,
        "CollectionDetails",
        "Source",
        "Content",
        "Children",
        "Disabilities",
        "Reviews",
        "FactorsIdentifiedAtAssessment",
        CHILD_ID,
    ]
)
# What is handed over whole: a child, the header, and a row that stands outside both.
WHOLE = frozenset([CHILD, *ROWS, *LEAVES])
