"""Children's journeys: referral, section 47 enquiry, initial conference, plan, looked after.

steps = journeys.steps(censuses, looked_after)   one row for each referral
journeys.flows(steps)                            who goes on from where to where, and how soon
journeys.drift(steps, on)                        who has stood still, and for how long
journeys.drawn(journeys.flows(steps), …)         the same as bands, with its table
"""

from goldenthread.engine.journeys.drift import drift
from goldenthread.engine.journeys.flows import flows
from goldenthread.engine.journeys.picture import drawn
from goldenthread.engine.journeys.re_entry import re_entry
from goldenthread.engine.journeys.steps import STAGES, steps

__all__ = ["STAGES", "drawn", "drift", "flows", "re_entry", "steps"]
