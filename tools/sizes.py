"""Print how long our functions, modules and templates are, and fail when one is over budget.

    python tools/sizes.py

Budgets (style: a reader should hold one thing in the eye at a time): a function at most 40 lines,
and at most 25 at the ninety-fifth percentile; a module at most 300; a template at most 80.
Migrations and tests' data tables are outside them.
"""

import ast
import sys
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parents[1]
FUNCTION_MOST, FUNCTION_P95, MODULE_MOST, TEMPLATE_MOST = 40, 25, 300, 80
Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> list[Path]:
    return [p for p in sorted(ROOT.glob("goldenthread/**/*.py")) if "migrations" not in p.parts]


def templates() -> list[Path]:
    return sorted(ROOT.glob("goldenthread/**/*.jinja"))


def lines_of(path: Path) -> int:
    return len(path.read_text().splitlines())


def functions(path: Path) -> list[tuple[int, str]]:
    tree = ast.parse(path.read_text())
    found = [node for node in ast.walk(tree) if isinstance(node, Function)]
    return [
        (node.end_lineno - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
        for node in found
    ]


def over(sizes: list[tuple[int, str]], most: int, what: str) -> list[str]:
    return [
        f"{name}: {size} lines; a {what} has at most {most}" for size, name in sizes if size > most
    ]


def report(what: str, sizes: list[tuple[int, str]]) -> None:
    lengths = [size for size, _ in sizes]
    p95 = quantiles(lengths, n=20)[-1] if len(lengths) > 1 else lengths[0]
    print(
        f"{what:10} {len(lengths):5}   median {median(lengths):5.0f}   p95 {p95:5.0f}   longest {max(lengths)}"
    )


def main() -> int:
    product = [path for path in modules() if "tests" not in path.parts]
    by_function = [pair for path in product for pair in functions(path)]
    by_module = [(lines_of(path), str(path.relative_to(ROOT))) for path in modules()]
    by_template = [(lines_of(path), str(path.relative_to(ROOT))) for path in templates()]
    assert by_function and by_module, "the search for code found none"
    for what, sizes in (
        ("functions", by_function),
        ("modules", by_module),
        ("templates", by_template),
    ):
        if sizes:
            report(what, sizes)
    broken = over(by_function, FUNCTION_MOST, "function") + over(by_module, MODULE_MOST, "module")
    broken += over(by_template, TEMPLATE_MOST, "template")
    p95 = quantiles([size for size, _ in by_function], n=20)[-1]
    if p95 > FUNCTION_P95:
        broken.append(
            f"functions: the ninety-fifth percentile is {p95:.0f} lines, over {FUNCTION_P95}"
        )
    print("\n".join(broken))
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
