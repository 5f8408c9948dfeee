"""Small numbers withheld by audience, before anything can draw, print or export them.

`rule.py` says what an audience may see, `table.py` holds a table before and after, `withhold.py`
decides which cells go, `sums.py` does so over several tables at once, `linked.py` where those hang
together in any way (`numbers.py` says what is known, `protection.py` withholds) and `margins.py` where
they are margins of one another. Nothing leaves unproved: `assurance.py` lays the proofs against what is
to be printed. `attack.py` works out what another's table gives away; `ratios.py` is for percentages and
rates.
"""

from goldenthread.engine.disclosure.attack import WorkedOut, workable
from goldenthread.engine.disclosure.cannot import CannotPublishTogether
from goldenthread.engine.disclosure.cells import cell_shown
from goldenthread.engine.disclosure.journeys import withhold_journey
from goldenthread.engine.disclosure.linked import withhold_linked
from goldenthread.engine.disclosure.margins import Dimension, withhold_margins
from goldenthread.engine.disclosure.ratios import Ratio, beside, percentage, rate
from goldenthread.engine.disclosure.rule import Rule, UnknownAudience, rule_for, rules
from goldenthread.engine.disclosure.sums import NotANetwork, Sum, withhold_sums
from goldenthread.engine.disclosure.table import Absent, Cell, PublishedTable, Table, Why
from goldenthread.engine.disclosure.withhold import withhold

__all__ = [
    "Absent",
    "CannotPublishTogether",
    "Cell",
    "Dimension",
    "NotANetwork",
    "PublishedTable",
    "Ratio",
    "Rule",
    "Sum",
    "Table",
    "UnknownAudience",
    "Why",
    "WorkedOut",
    "beside",
    "cell_shown",
    "percentage",
    "rate",
    "rule_for",
    "rules",
    "withhold",
    "withhold_journey",
    "withhold_linked",
    "withhold_margins",
    "withhold_sums",
    "workable",
]
