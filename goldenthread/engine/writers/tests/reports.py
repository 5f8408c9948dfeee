"""A report with one of everything, small enough to read."""

from datetime import date

from goldenthread.engine.charts import Series, stacked_bar, trend
from goldenthread.engine.writers import prose
from goldenthread.engine.writers.report import (
    ChartBlock,
    Figure,
    Notice,
    PageBreak,
    Quotation,
    Report,
    Section,
    Table,
)

YEARS = ("2012/13", "2013/14", "2014/15")
SECTORS = Table(
    "Allegations by sector",
    ("Sector", *YEARS),
    (
        ("Social care", "17", "24", "28"),
        ("Police", "c", "c", "c"),
        ("Total", "128", "139", "1,207"),
    ),
    has_total_row=True,
    notes=("c: withheld, because a small number could identify a child",),
    source="Annual report 2014/15, page 31",
)
MONEY = Table("Spending", ("Line", "Amount"), (("Salaries", "£298,097"), ("Legal", "£553.50")))
PROSE = """The partnership heard from **424 young people** and *how* 63% of them answered.
See [the guidance](https://www.gov.uk/guidance).

### What we did

1. Agreed one route
2. Trained 87 teams
   - police
   - health
"""


def whole_report() -> Report:
    enquiries = trend("Section 47 enquiries", YEARS, [Series("Kirklees", [2404, "c", 1873])])
    plans = stacked_bar("Plans", YEARS, [Series("Neglect", [102, 120, 140]), Series("Other", [9, 8, 7])])  # fmt: skip
    return Report(
        "Yearly report 2014/15",
        (
            Section("What the year was about", (*prose.blocks(PROSE), Notice("Two totals differ by 3"))),
            Section("In figures", (Figure("105", "allegations in education", "Table 4"), SECTORS), 2),
            Section("Enquiries <and> plans", (ChartBlock(enquiries, "Census"), ChartBlock(plans))),
            Section("Money", (PageBreak(), MONEY, Quotation("We had 12 meetings", "A lay member"))),
        ),
        "What changed for children",
        "Kirklees Safeguarding Children Partnership",
        issued=date(2015, 9, 30),
    )  # fmt: skip
