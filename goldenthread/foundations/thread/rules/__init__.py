"""The rules of the thread, pure: no database, no clock, no request. One file an idea."""

from goldenthread.foundations.thread.rules.action_stages import ACTION
from goldenthread.foundations.thread.rules.recommendation_stages import RECOMMENDATION

__all__ = ["ACTION", "RECOMMENDATION"]
