"""Action logs in the shapes that partnerships really keep them in, all invented.

Each has the file, and the fields that its headings must be mapped to by themselves.
"""

from dataclasses import dataclass
from datetime import date

from goldenthread.engine.intake.tests import files

MAY, JUNE = date(2026, 5, 31), date(2026, 6, 30)


@dataclass(frozen=True)
class Shape:
    name: str
    content: bytes
    mapping: dict[str, str]
    imported: int
    refused: int = 0


def _table(headings: str, *rows: list[object]) -> list[list[object]]:
    return [list(headings.split(" | ")), *rows]


BOARD_TRACKER = Shape(
    "board tracker with a merged title.xlsx",
    files.xlsx(
        {
            "Tracker": [
                ["Anytown Safeguarding Children Partnership: board action tracker"],
                ["Updated", date(2026, 4, 1)],
                [],
                *_table(
                    "Action | Lead | Timescale | RAG | Update",
                    ["Agree the data set", "Police", MAY, "G", "Drafted"],
                    ["Write to schools", "Education", "ASAP", "A", None],
                ),
            ]
        },
        merges=["A1:E1"],
    ),
    {
        "Action": "action",
        "Lead": "owner_organisation",
        "Timescale": "due",
        "RAG": "rag",
        "Update": "progress",
    },
    2,
)
REVIEW_PLAN = Shape(
    "review action plan.docx",
    files.word(
        [
            _table(
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
        _table(
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
MANY_UPDATES = Shape(
    "many updates.xlsx",
    files.xlsx(
        {
            "Log": _table(
                "Ref | Finding | Action | Owner | Deadline | Update May 2026 | Update Nov 2026 | Status",
                ["A1", "Thresholds", "Train", "Jo (Health)", MAY, "Begun", "Half", "In progress"],
                ["A2", "Handover", "Checklist", "Sam", JUNE, None, "Done", "Complete"],
            )
        }
    ),
    {
        "Ref": "reference",
        "Finding": "recommendation",
        "Action": "action",
        "Owner": "owner_person",
        "Deadline": "due",
        "Update May 2026": "progress",
        "Update Nov 2026": "progress",
        "Status": "status",
    },
    2,
)
COLOURS_AS_STATUS = Shape(
    "status is a colour.xlsx",
    files.xlsx(
        {
            "Actions": _table(
                "Item | Actions | Who | When | Status",
                [1, "Meet the college", "College", MAY, "Amber"],
                [2, "Publish the guide", "Business unit", MAY, "Red"],
            )
        }
    ),
    {
        "Item": "reference",
        "Actions": "action",
        "Who": "owner_person",
        "When": "due",
        "Status": "rag",
    },
    2,
)
SECTIONS = Shape(
    "sections between rows.xlsx",
    files.xlsx(
        {
            "Plan": _table(
                "Ref | Action | Agency | Due date | Progress",
                ["Priority 1: Neglect"],
                ["1.1", "Train in the graded profile", "All agencies", MAY, "Booked"],
                ["Priority 2: Exploitation"],
                ["Ref", "Action", "Agency", "Due date", "Progress"],
                ["2.1", "Map the hotspots", "Police", "TBC", None],
            )
        }
    ),
    {
        "Ref": "reference",
        "Action": "action",
        "Agency": "owner_organisation",
        "Due date": "due",
        "Progress": "progress",
    },
    2,
)
AUDIT_PLAN = Shape(
    "audit plan.ods",
    files.ods(
        _table(
            "Area for improvement | Agreed action | Responsible officer | Completion date | Theme",
            ["Supervision not recorded", "Add a field", "Team manager", MAY, "Supervision"],
        )
    ),
    {
        "Area for improvement": "recommendation",
        "Agreed action": "action",
        "Responsible officer": "owner_person",
        "Completion date": "due",
        "Theme": "themes",
    },
    1,
)
SCRUTINY_LOG = Shape(
    "scrutiny log.csv",
    files.csv_bytes(
        _table(
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
SECTION_ELEVEN = Shape(
    "section 11 plan.xlsx",
    files.xlsx(
        {
            "Notes": [["Return this by May"]],
            "Action plan": _table(
                "Standard | Gap identified | Actions to be taken | Lead person | Target date | RAG rating",
                ["2.1", "No named lead", "Name one", "Head", MAY, "Red"],
                ["4.3", "Policy out of date", "Review it", "Deputy head", MAY, "Amber"],
            ),
        }
    ),
    {
        "Gap identified": "recommendation",
        "Actions to be taken": "action",
        "Lead person": "owner_person",
        "Target date": "due",
        "RAG rating": "rag",
    },
    2,
)
TABBED = Shape(
    "pasted from a web page.tsv",
    files.csv_bytes(
        _table(
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
        _table(
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
MERGED_DOWN = Shape(
    "recommendation merged down.xlsx",
    files.xlsx(
        {
            "Plan": _table(
                "Rec no | Recommendation | Action | Lead organisation | Deadline | Category",
                [
                    "1",
                    "Know the father",
                    "Add to the form",
                    "Health trust",
                    MAY,
                    "Fathers; Assessment",
                ],
                [None, None, "Audit it", "Council", JUNE, "Fathers"],
            )
        },
        merges=["A2:A3", "B2:B3"],
    ),
    {
        "Rec no": "reference",
        "Recommendation": "recommendation",
        "Action": "action",
        "Lead organisation": "owner_organisation",
        "Deadline": "due",
        "Category": "themes",
    },
    2,
)
BARE = Shape(
    "three columns.docx",
    files.word([_table("What | Who | When", ["Ring the school", "DSL", "Friday 1 May 2026"])]),
    {"What": "action", "Who": "owner_person", "When": "due"},
    1,
)
BUSINESS_PLAN = Shape(
    "business plan.csv",
    files.csv_bytes(
        _table(
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

SHAPES = [shape for shape in list(globals().values()) if isinstance(shape, Shape)]
