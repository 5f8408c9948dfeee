"""What somebody said, without a name."""

from collections.abc import Mapping
from typing import Any

from goldenthread.engine.writers.report import Quotation
from goldenthread.foundations.publishing.kinds import Drawn


class QuotationKind:
    title = "Quotation"

    def draw(self, member: Any, report: Any, content: Mapping[str, Any]) -> Drawn:
        text = str(content.get("text", ""))
        return Drawn(
            (Quotation(text, str(content.get("said_by", ""))),),
            evidence=True,
            words=len(text.split()),
        )
