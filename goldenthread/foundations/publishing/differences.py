"""What became of a report's wording since a moment. Pure over the wordings, oldest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Difference:
    """One block: what it said then and says now, empty where it did not stand."""

    section: str
    kind: str
    before: str
    after: str
    by: tuple[str, ...]  # whoever wrote since


def since(moment: datetime, wordings: Iterable[Any]) -> list[Difference]:
    """The blocks that say something else now than at `moment`, in the order of the report."""
    blocks: dict[int, list[Any]] = {}
    for one in wordings:
        if not one.put_aside:
            blocks.setdefault(one.block_id, []).append(one)
    found = [_difference(moment, said) for said in blocks.values()]
    return [one for one in found if one.before != one.after]


def _difference(moment: datetime, said: list[Any]) -> Difference:
    block = said[-1].block
    stood = [one for one in said if one.at <= moment]
    gone = block.removed_at or block.section.removed_at
    gone_before = gone is not None and gone <= moment
    return Difference(
        block.section.title,
        block.kind,
        in_words(stood[-1].content) if stood and not gone_before else "",
        in_words(said[-1].content) if gone is None else "",
        tuple(dict.fromkeys(one.by for one in said if one.at > moment)),
    )


def in_words(content: dict[str, Any]) -> str:
    """Prose as it was typed; for a block that is bound to something, what it is bound to."""
    if "text" in content:
        return str(content["text"])
    bound = content.get("caption") or ", ".join(map(str, content.get("measures", [])))
    return str(bound or content.get("measure") or content.get("key") or "put in")
