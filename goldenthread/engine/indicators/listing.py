"""What each indicator counts, for a person and for a program."""

import json
from typing import Any

from goldenthread.engine.indicators.records import Indicator, published

TOLD = (
    "code",
    "name",
    "numerator",
    "denominator",
    "counts",
    "unit",
    "source",
    "sure",
    "edge_cases",
    "collection",
    "needs",
)
LEGEND = (
    "How sure: S read in the source; D derived from a published table; G general knowledge, to be "
    "confirmed."
)


def as_json() -> str:
    """A list of objects with the keys of `TOLD`."""
    return json.dumps(
        [_record(each) for each in published().values()], ensure_ascii=False, indent=1
    )


def as_text() -> str:
    return "\n".join([*(_lines(each) for each in published().values()), LEGEND])


def _record(indicator: Indicator) -> dict[str, Any]:
    return {name: getattr(indicator, name) for name in TOLD}


def _lines(indicator: Indicator) -> str:
    """One indicator; a line is left out where its record says nothing, as a median has no numerator."""
    lines = {
        "numerator": indicator.numerator,
        "denominator": indicator.denominator,
        "counts": f"{indicator.counts}; told in: {indicator.unit}",
        "mind": indicator.edge_cases,
        "source": indicator.source,
        "how sure": indicator.sure,
        "needs": indicator.needs or f"the {indicator.collection.removeprefix('the ')}",
    }
    told = (f"  {name + ':':<13}{says}" for name, says in lines.items() if says)
    return "\n".join([f"{indicator.code}  {indicator.name}", *told, ""])
