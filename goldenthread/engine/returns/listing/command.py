"""`goldenthread rules`: every rule of a return, and whether it is checked."""

import argparse
import json

from goldenthread.engine.returns.cin.checking import BOOK


def main(argv: list[str]) -> int:
    """Print the rules; exit 0."""
    asked = parser().parse_args(argv)
    rows = [
        {
            "return": "cin",
            "code": rule.code,
            "kind": rule.kind,
            "edition": rule.edition,
            "module": rule.module,
            "fields": list(rule.fields),
            "message": rule.message,
            "checked": rule.check is not None,
        }
        for rule in BOOK
    ]
    if asked.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            checked = "" if row["checked"] else "[not checked yet] "
            print(f"{row['code']:<6} {row['kind']:<5}  {checked}{row['message']}")
    return 0


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="goldenthread rules", description="List validation rules.")
    made.add_argument("--return", dest="kind", choices=("cin", "903"), default="cin")
    made.add_argument("--json", action="store_true", help="print a list of objects for a program")
    return made
