"""Refusing to publish."""

from collections.abc import Sequence

from goldenthread.engine.disclosure.rule import Rule


class CannotPublishTogether(ValueError):
    """What should be published together could not be shown to be safe at the rule's threshold."""

    def __init__(self, rule: Rule, keys: Sequence[object]) -> None:
        self.keys = tuple(keys)
        super().__init__(
            f"These tables cannot be published together at a threshold of {rule.threshold}: "
            f"{named(keys[0])} could be worked out from the rest, or could not be shown to be safe "
            "in the time allowed. Publish fewer of them, or with fewer lines"
        )


def named(key: object) -> str:
    return f"“{', '.join(map(str, key)) if isinstance(key, tuple) else key}”"
