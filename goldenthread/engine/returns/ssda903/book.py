"""The rule book of the children looked after return. None of its rules is checked in this version."""

from goldenthread.engine.returns.rules import RuleBook, published

EDITION = "2025/26"
BOOK = RuleBook(published(__package__, "rules_2025_26.csv", EDITION))
