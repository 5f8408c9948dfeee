"""`goldenthread rules`: every rule of a return, and whether it is checked."""

import json
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from goldenthread.engine.terminal import Parser

# return → the module that has its `BOOK`; loaded only when asked for, and importing the children in
# need checks is what writes them in the book.
BOOKS = {
    "cin": "goldenthread.engine.returns.cin.checking",
    "903": "goldenthread.engine.returns.ssda903.book",
}


def main(argv: list[str]) -> int:
    """Print the rules; exit 0."""
    asked = parser().parse_args(argv)
    rows = list(rules_of(asked.kind))
    if asked.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            checked = "" if row["checked"] else "[not checked in this version] "
            print(f"{row['code']:<6} {row['kind']:<5}  {checked}{row['message']}")
    return 0


def rules_of(kind: str) -> Iterator[dict[str, Any]]:
    """The rules of a return, `cin` or `903`, as objects for a program."""
    for rule in import_module(BOOKS[kind]).BOOK:
        yield {
            "return": kind,
            "code": rule.code,
            "kind": rule.kind,
            "edition": rule.edition,
            "module": rule.module,
            "fields": list(rule.fields),
            "message": rule.message,
            "checked": rule.check is not None,
        }


def parser() -> Parser:
    made = Parser(prog="goldenthread rules", description="List validation rules.")
    made.add_argument(
        "--return",
        dest="kind",
        choices=tuple(BOOKS),
        default="cin",
        help="cin: children in need (the usual); 903: children looked after",
    )
    made.add_argument("--json", action="store_true", help="print a list of objects for a program")
    return made
