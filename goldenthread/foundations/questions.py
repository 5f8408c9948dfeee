"""What the house asks its capabilities, as typed questions.

A capability answers in its `offers.py`, which may define nothing else, so a misspelt question
cannot vanish. Ask with `capability.ask_all("title_of", …)`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True)
class Standing:
    """One number for the front page of a partnership, in words, and the way to what it counts."""

    number: int
    words: str
    href: str
    of: int = 0  # "7 of 13" where this is given


@dataclass(frozen=True)
class Published:
    """Something that this partnership has published, and where anyone may read it."""

    title: str
    href: str


class Questions(Protocol):
    """Each capability answers those that concern it and leaves out the others."""

    def title_of(self, reference: str) -> str | None:
        """The title of the record that a reference ("audits.audit:12") names, if it is yours."""

    def found_by_search(self, member: Any, words: str) -> Iterable[dict[str, str]]:
        """Records of yours that this member may see: `title`, `what`, `href`."""

    def stands_out(self, member: Any) -> Iterable[Standing]:
        """What this member should see at a glance; in a few queries, whatever its number."""

    def published_here(self, member: Any) -> Iterable[Published]:
        """What this partnership has published and not withdrawn, the newest first; one query."""

    def report_blocks(self, member: Any, period: str) -> Iterable[Any]:
        """What you can put into a yearly report of this period: publishing.kinds.OfferedBlock."""

    def draw_report_block(self, member: Any, key: str, period: str) -> Any:
        """The block of yours with this key, as publishing.kinds.Drawn; None when it is not yours."""

    def report_changed(self, report: Any) -> None:
        """What stands in this report of publishing changed: see soon what it rests on now."""

    def work_held_by(self, seat: Any, asker: Any) -> Iterable[Any]:
        """Open work that this seat holds, as people.held_work.HeldWork; asked when it is to end."""

    def pass_on_work(self, *, of: Any, to: Any | None, by: Any) -> None:
        """Give that work to another seat, or back to its organisation where `to` is none."""

    def chair_changed(self, *, group: Any, by: Any) -> None:
        """Let what waits for the chair of this group go to whoever chairs it now."""
