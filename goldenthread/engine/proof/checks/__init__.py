"""One kind of slip a module. A check takes the document and the settings and yields its slips."""

from collections.abc import Callable, Iterator

from goldenthread.engine.proof.checks import (
    balances,
    bare_headings,
    breakdowns,
    changes,
    contradictions,
    date_spans,
    identifying,
    impossible_dates,
    private_links,
    shares,
    small_cells,
    table_balances,
    table_shares,
    totals,
    withheld_cells,
    withheld_elsewhere,
    wrong_people,
    wrong_period,
)
from goldenthread.engine.proof.document import Document
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip

Check = Callable[[Document, Settings], Iterator[Slip]]

CHECKS: tuple[Check, ...] = (
    totals.check,
    breakdowns.check,
    balances.check,
    table_balances.check,
    shares.check,
    table_shares.check,
    changes.check,
    contradictions.check,
    wrong_people.check,
    wrong_period.check,
    small_cells.check,
    withheld_cells.check,
    withheld_elsewhere.check,
    bare_headings.check,
    identifying.check,
    impossible_dates.check,
    date_spans.check,
    private_links.check,
)
