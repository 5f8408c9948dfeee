"""Blocks that other capabilities offer: the plan's progress and whatever else they can show."""

from collections.abc import Iterator, Mapping
from typing import Any

from goldenthread.capabilities.yearly_report.blocks.offered import Offered
from goldenthread.foundations.capability import ask_all
from goldenthread.foundations.publishing.kinds import Drawn

NOBODY = "No part of the product has anything for “{key}” in this year."


class AskedKind:
    """Drawn by whichever capability knows the key; capabilities do not know each other."""

    title = "From the record"

    def draw(self, member: Any, report: Any, content: Mapping[str, Any]) -> Drawn:
        key = content["key"]
        answers = (drawn for _, drawn in ask_all("draw_report_block", member, key, report.period))
        return next(
            (drawn for drawn in answers if drawn is not None),
            Drawn((), note=NOBODY.format(key=key)),
        )


def offered_by_others(member: Any, period: str) -> Iterator[Offered]:
    for _, blocks in ask_all("report_blocks", member, period):
        for block in blocks:
            yield Offered("asked", AskedKind.title, block.title, {"key": block.key})
