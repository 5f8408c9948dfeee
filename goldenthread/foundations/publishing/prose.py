"""The one kind of block that every report has: what somebody wrote."""

from collections.abc import Mapping
from typing import Any

from goldenthread.engine.writers import prose
from goldenthread.foundations.publishing.kinds import Drawn


class Prose:
    title = "Text"

    def draw(self, member: Any, report: Any, content: Mapping[str, Any]) -> Drawn:
        text = str(content.get("text", ""))
        return Drawn(tuple(prose.blocks(text)), words=len(text.split()))
