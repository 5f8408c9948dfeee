"""Action logs kept in Word documents and text files, all invented."""

from goldenthread.engine.intake.tests import files
from goldenthread.engine.intake.tests.shapes.shape import Shape, table

REVIEW_PLAN = Shape(
    "review action plan.docx",
    files.word(
        [
            table(
                "Recommendation | What will we do? | By whom | By when | Evidence of impact",
                ["Hear the child", "Add to induction", "Training officer", "31/05/2026", ""],
                ["Hear the child", "Audit 20 records", "Audit lead", "June 2026", "Tool agreed"],
            )
        ]
    ),
    {
        "Recommendation": "recommendation",
        "What will we do?": "action",
        "By whom": "owner_person",
        "By when": "due",
        "Evidence of impact": "progress",
    },
    2,
)
TWO_OWNERS = Shape(
    "two owners.csv",
    files.csv_bytes(
        table(
            "No. | Action required | Lead agency | Lead officer | Target date for completion | BRAG",
            ["1", "Review the pathway", "ICB", "Designated nurse", "31.5.26", "Blue"],
            ["2", "Brief the front door", "Council", "Service manager", "30-06-2026", "Green"],
        )
    ),
    {
        "No.": "reference",
        "Action required": "action",
        "Lead agency": "owner_organisation",
        "Lead officer": "owner_person",
        "Target date for completion": "due",
        "BRAG": "rag",
    },
    2,
)
SCRUTINY_LOG = Shape(
    "scrutiny log.csv",
    files.csv_bytes(
        table(
            "Meeting date;Action point;Action by;Due by;Complete (Y/N);Date completed".replace(
                ";", " | "
            ),
            ["12/01/2026", "Share the audit", "Chair", "28/02/2026", "Y", "20/02/2026"],
            ["12/01/2026", "Ask for figures", "Analyst", "30/02/2026", "N", ""],
        ),
        delimiter=";",
    ),
    {
        "Meeting date": "source",
        "Action point": "action",
        "Action by": "owner_person",
        "Due by": "due",
        "Complete (Y/N)": "status",
        "Date completed": "completed_on",
    },
    1,
    refused=1,
)
TABBED = Shape(
    "pasted from a web page.tsv",
    files.csv_bytes(
        table(
            "Source | Learning point | Task | Assigned to | Target completion date | Comments",
            [
                "Rapid review C",
                "Missed visits",
                "Change the letter",
                "Practice nurse",
                "Sep-26",
                "",
            ],
        ),
        delimiter="\t",
    ),
    {
        "Source": "source",
        "Learning point": "recommendation",
        "Task": "action",
        "Assigned to": "owner_person",
        "Target completion date": "due",
        "Comments": "progress",
    },
    1,
)
MISSPELT = Shape(
    "misspelt.csv",
    files.csv_bytes(
        table(
            "Ref No | Recomendation | Action Requried | Responsable person | Time scale | Commments",
            ["7", "Share information", "Revise the protocol", "Legal", "2026-09", "Started"],
        ),
        "utf-16",
    ),
    {
        "Ref No": "reference",
        "Recomendation": "recommendation",
        "Action Requried": "action",
        "Responsable person": "owner_person",
        "Time scale": "due",
        "Commments": "progress",
    },
    1,
)
BARE = Shape(
    "three columns.docx",
    files.word([table("What | Who | When", ["Ring the school", "DSL", "Friday 1 May 2026"])]),
    {"What": "action", "Who": "owner_person", "When": "due"},
    1,
)
BUSINESS_PLAN = Shape(
    "business plan.csv",
    files.csv_bytes(
        table(
            "Priority | Objective | Key actions | Led by | Timeframe | BRAG rating | Position statement",
            [
                "1",
                "Lived experience",
                "Change the form",
                "Practice Review group",
                "2020-01",
                "B",
                "",
            ],
            ["1", "Lived experience", "", "Executive group", "2020-03", "G", ""],
        ),
        "utf-8-sig",
    ),
    {
        "Priority": "priority",
        "Objective": "recommendation",
        "Key actions": "action",
        "Led by": "owner_organisation",
        "Timeframe": "due",
        "BRAG rating": "rag",
        "Position statement": "progress",
    },
    1,
    refused=1,
)
