"""What somebody said, without a name."""

from collections.abc import Mapping
from typing import Any

from goldenthread.engine.writers.report import Quotation
from goldenthread.foundations.publishing.kinds import Drawn


class QuotationKind:
    title = "Quotation"

    def draw(self, member: Any, report: Any, content: Mapping[str, Any]) -> Drawn:
        text, said_by = str(content.get("text", "")), str(content.get("said_by", ""))
        return Drawn(
            (Quotation(text, said_by),),
            evidence=f"Quotation: {said_by}" if text.strip() else "",
            words=len(text.split()),
        )
