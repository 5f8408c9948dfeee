"""What an audience may see of small numbers: edition-stamped rows, overlaid by local settings."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


class UnknownAudience(LookupError):
    """There is no rule for this audience and edition."""


@dataclass(frozen=True)
class Rule:
    """Counts from 1 to `threshold` are withheld; the others are shown to the nearest `rounding`.

    A true nought is always shown as 0, and a count that only rounds to nought as `low`.
    Percentages have `percentage_places` decimals. Use `dataclasses.replace` to overlay a partnership's
    own settings.
    """

    audience: str
    threshold: int = 5
    rounding: int = 1
    percentage_places: int = 0
    withheld: str = "c"
    not_applicable: str = "z"
    not_available: str = "x"
    low: str = "low"
    edition: str = "local"
    source: str = ""

    def __post_init__(self) -> None:
        if self.threshold < 0:
            raise ValueError("The threshold for withholding must be 0 or more")
        if self.percentage_places < 0:
            raise ValueError("The decimal places of percentages must be 0 or more")
        if self.rounding < 1:
            raise ValueError("Numbers must be rounded to the nearest 1 or more")

    def meanings(self) -> dict[str, str]:
        """What each symbol of this rule says, for the notes beneath a table."""
        return {
            self.withheld: "withheld, because a small number could identify a child",
            self.not_applicable: "not applicable",
            self.not_available: "not available",
            self.low: "rounds to nought but is not nought",
        }

    def is_small(self, count: int) -> bool:
        return 1 <= count <= self.threshold

    def rounded(self, count: int) -> int:
        """`count` to the nearest `rounding`, halves up."""
        return (2 * count + self.rounding) // (2 * self.rounding) * self.rounding


@cache
def rules() -> tuple[Rule, ...]:
    """Every shipped rule, in the order of their editions."""
    text = (files(__package__) / "rules.toml").read_text(encoding="utf-8")
    return tuple(Rule(**row) for row in tomllib.loads(text)["rule"])


def rule_for(audience: str, edition: str = "") -> Rule:
    """The shipped rule for an audience; its newest edition unless one is named."""
    fitting = [r for r in rules() if r.audience == audience and edition in ("", r.edition)]
    if not fitting:
        raise UnknownAudience(
            f"There is no rule on small numbers for the audience “{audience}” {edition}".strip()
        )
    return fitting[-1]
