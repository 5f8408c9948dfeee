"""The checks. Each yields what it found: the figure at fault, what was expected, and a sentence."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from goldenthread.foundations.measures.checking.facts import Account, Accounts, Fact, added
from goldenthread.foundations.measures.wording import figure_text, places_of, quotient


@dataclass(frozen=True)
class Fault:
    """`found` is as published; `expected` is what the other figures make."""

    fact: Fact
    kind: str
    expected: Decimal
    found: Decimal
    sentence: str


def faults(facts: Iterable[Fact]) -> list[Fault]:
    """Everything among these figures that does not add up."""
    known = list(facts)
    accounts = Accounts(known)
    found = [fault for fact in known for fault in ratio(fact)]
    for account in accounts.by_key.values():
        found += [*sums(account), *subtotals(account)]
    for check in checks():
        found += KINDS[check["kind"]](check, accounts)
    return found


@cache
def checks() -> tuple[dict[str, Any], ...]:
    path = files("goldenthread.foundations.measures") / "checking" / "checks.toml"
    return tuple(tomllib.loads(path.read_text(encoding="utf-8"))["check"])


def partners_of(codes: Iterable[str]) -> set[str]:
    """These measures, and those whose checks they have a part in."""
    wanted = set(codes)
    for check in checks():
        named = {check.get(part) for part in ("measure", "is", "less", "lines")} - {None}
        if named & wanted:
            wanted |= {str(name) for name in named}
    return wanted


def ratio(fact: Fact) -> Iterator[Fault]:
    """A share, rate or average that its own numerator and denominator do not make."""
    if fact.value is None or fact.numerator is None or not fact.denominator:
        return
    places = places_of(fact.value)
    expected = quotient(fact.numerator, fact.denominator, fact.basis, places)
    if expected != fact.value:
        closer = quotient(fact.numerator, fact.denominator, fact.basis, places + 1)
        parts = f"{fact.numerator.normalize():,f} of {fact.denominator.normalize():,f}"
        told = f"{parts} is {text(closer, fact)}, which rounds to {text(expected, fact)}"
        yield fault(fact, "ratio", expected, told)


def sums(account: Account) -> Iterator[Fault]:
    whole = account.whole
    if whole is None or whole.value is None or not whole.lines_add_up:
        return
    expected = added(account.lines)
    if expected is not None and expected != whole.value:
        lines = f"its {len(account.lines)} lines add up to {text(expected, whole)}"
        yield fault(whole, "sum", expected, lines)


def subtotals(account: Account) -> Iterator[Fault]:
    for subtotal in account.subtotals:
        group = subtotal.details.get("group")
        lines = [line for line in account.lines if line.details.get("group") == group]
        expected = added(lines)
        if expected is not None and expected != subtotal.value:
            told = f"its {len(lines)} lines add up to {text(expected, subtotal)}"
            yield fault(subtotal, "sum", expected, told)


def difference(check: dict[str, Any], accounts: Accounts) -> Iterator[Fault]:
    for key, account in accounts.of(check["measure"]):
        whole = account.whole
        larger = accounts.beside(key, check["is"]).total
        smaller = accounts.beside(key, check["less"]).total
        if whole is None or larger is None or smaller is None:
            continue
        if larger - smaller != whole.value:
            parts = f"{check['is']} of {text(larger, whole)} less {check['less']} of "
            parts += f"{text(smaller, whole)} makes {text(larger - smaller, whole)}"
            yield fault(whole, "difference", larger - smaller, parts)


def agreement(check: dict[str, Any], accounts: Accounts) -> Iterator[Fault]:
    for key, account in accounts.of(check["measure"]):
        lines = [
            line
            for line in accounts.beside(key, check["lines"]).lines
            if all(line.details.get(name) == value for name, value in check["where"].items())
        ]
        expected, whole = added(lines), account.whole
        if whole is not None and expected not in (None, whole.value):
            told = f"the {check['meaning']} add up to {text(expected, whole)}"
            yield fault(whole, "agreement", expected, told)


KINDS = {"difference": difference, "agreement": agreement}


def fault(fact: Fact, kind: str, expected: Decimal, because: str) -> Fault:
    assert fact.value is not None
    what = f"{fact.name}: {fact.breakdown}" if fact.breakdown else fact.name
    sentence = f"{what}, {fact.period}: published as {text(fact.value, fact)}, but {because}."
    return Fault(fact, kind, expected, fact.value, sentence)


def text(value: Decimal, fact: Fact) -> str:
    return figure_text(value, fact.basis, fact.unit)
