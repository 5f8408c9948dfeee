"""The periods that this field publishes by: years of three kinds, quarters, months, spans and dates.

periods.parse("2014/15").label        →  "2014/15", 1 April 2014 to 31 March 2015
periods.parse("Q3 2014/15").start     →  1 October 2014
periods.parse("as at 31 March 2015")  →  one day
"""

from goldenthread.kernel.periods.period import Kind, Period
from goldenthread.kernel.periods.reading import NotAPeriod, parse

__all__ = ["Kind", "NotAPeriod", "Period", "parse"]
