"""Draw every workflow as a state diagram into docs/workflows/. With --check, only say if one is stale."""

import sys

from goldenthread.config.commands import site
from goldenthread.config.settings.places import ROOT

FOLDER = ROOT / "docs" / "workflows"


def main(arguments: list[str]) -> int:
    site.load("goldenthread.config.settings.test")
    from goldenthread.config.workflows import workflows

    drawn = {FOLDER / f"{name}.md": page(name, table) for name, table in workflows().items()}
    stale = [path for path, text in drawn.items() if not path.exists() or path.read_text() != text]
    if "--check" in arguments:
        for path in stale:
            sys.stderr.write(f"{path.relative_to(ROOT)} is stale: run goldenthread diagrams\n")
        return bool(stale)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in stale:
        path.write_text(drawn[path])
    return 0


def page(name: str, table) -> str:
    title = name.replace("_", " ").capitalize()
    return f"# {title}\n\nDrawn from its table; do not edit.\n\n```mermaid\n{table.as_mermaid()}\n```\n"
