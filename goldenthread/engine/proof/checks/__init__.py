"""One kind of slip a module. A check takes the document and the settings and yields its slips."""

from collections.abc import Callable, Iterator

from goldenthread.engine.proof.checks import private_links, totals
from goldenthread.engine.proof.document import Document
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip

Check = Callable[[Document, Settings], Iterator[Slip]]

CHECKS: tuple[Check, ...] = (
    totals.check,
    private_links.check,
)
