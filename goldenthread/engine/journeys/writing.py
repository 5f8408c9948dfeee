"""Write the journeys of a council's returns to a folder: two tables and a picture."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from goldenthread.engine.indicators.collection import CIN, LOOKED_AFTER, Collection
from goldenthread.engine.journeys.drift import drift
from goldenthread.engine.journeys.flows import flows, totals
from goldenthread.engine.journeys.picture import drawn
from goldenthread.engine.journeys.re_entry import re_entry
from goldenthread.engine.journeys.steps import steps
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.whole_files import folder_for, whole_files

TITLE = "From referral on: how children's cases went"


def write(returns: Mapping[Collection, Mapping[int, Any]], folder: Path) -> str:
    """Write flows.csv, drift.csv, re_entry.csv and journey.svg; what was written, in a sentence. Raises CannotRead
    without a children in need return, and OSError."""
    if CIN not in returns:
        raise CannotRead("Journeys begin with a referral: give a children in need return")
    made = steps(returns[CIN], returns.get(LOOKED_AFTER))
    went = flows(made)
    on = date(max(returns[CIN]), 3, 31)
    picture = drawn(went, totals(made), title=TITLE)
    tables = {"flows.csv": went, "drift.csv": drift(made, on), "re_entry.csv": re_entry(made)}
    places = [folder / name for name in (*tables, "journey.svg")]
    with folder_for(folder), whole_files(places) as parts:
        for part, table in zip(parts, tables.values(), strict=False):
            with part.open("wb") as stream:
                table.write_csv(stream, float_precision=1)
        parts[-1].write_text(picture.svg, encoding="utf-8")
    return f"Journeys of {made.height:,} referrals: flows.csv, drift.csv, re_entry.csv and journey.svg in {folder}"
