"""A plan at work for the demonstration's own partnership, and the published plan of the worked example.

The plan, the ballot before it and the shared themes are invented. Everything dated after today is left
out, and loading again changes nothing.
"""


def load() -> None:
    """Load both. A partnership that the demonstration does not have is passed over."""
    from goldenthread.capabilities.business_plan.demonstration import loading

    loading.load()
