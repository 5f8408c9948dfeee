"""Action logs kept in workbooks, all invented."""

from datetime import date

from goldenthread.engine.intake.tests import files
from goldenthread.engine.intake.tests.shapes.shape import Shape, table

MAY, JUNE = date(2026, 5, 31), date(2026, 6, 30)

BOARD_TRACKER = Shape(
    "board tracker with a merged title.xlsx",
    files.xlsx(
        {
            "Tracker": [
                ["Anytown Safeguarding Children Partnership: board action tracker"],
                ["Updated", date(2026, 4, 1)],
                [],
                *table(
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
MANY_UPDATES = Shape(
    "many updates.xlsx",
    files.xlsx(
        {
            "Log": table(
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
            "Actions": table(
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
            "Plan": table(
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
        table(
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
SECTION_ELEVEN = Shape(
    "section 11 plan.xlsx",
    files.xlsx(
        {
            "Notes": [["Return this by May"]],
            "Action plan": table(
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
MERGED_DOWN = Shape(
    "recommendation merged down.xlsx",
    files.xlsx(
        {
            "Plan": table(
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
