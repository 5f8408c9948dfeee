"""The checks, one function to a rule, one file to a module of the return. Importing writes them."""

from goldenthread.engine.returns.cin.rules import assessments

__all__ = ["assessments"]
