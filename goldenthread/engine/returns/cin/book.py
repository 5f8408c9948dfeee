"""The rule book of the children in need census. The checks are written in `rules/`."""

from goldenthread.engine.returns.rules import RuleBook, published

EDITION = "2025/26"
BOOK = RuleBook(published(__package__, "rules_2025_26.csv", EDITION))
rule = BOOK.rule
