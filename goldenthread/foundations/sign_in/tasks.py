"""Where the worker looks for our jobs."""

from goldenthread.foundations.sign_in.post import deliver

__all__ = ["deliver"]
