"""What a writer may put into a report besides prose: found in the record, named by a key."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Offered:
    """One thing that can be put in. `content` is what its block will be bound to."""

    kind: str
    kind_title: str
    title: str
    content: dict[str, Any]

    @property
    def key(self) -> str:
        bound = ",".join(f"{name}={value}" for name, value in sorted(self.content.items()))
        return f"{self.kind}?{bound}"
