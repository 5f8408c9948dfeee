"""Which recommendations made before are nearest to the one being written, and why."""

from goldenthread.engine.nearness.index import NEAR, Index, Match

__all__ = ["NEAR", "Index", "Match"]
