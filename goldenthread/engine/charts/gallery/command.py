"""`goldenthread gallery OUT.html`: exit 0, or 2 when the page cannot be written."""

import sys
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from goldenthread.engine.terminal import Parser, short
from goldenthread.engine.whole_files import whole_file, why

WRITTEN, NOT_WRITTEN = 0, 2


def main(argv: list[str]) -> int:
    """Write the page; the exit status."""
    asked = parser().parse_args(argv)
    try:
        with whole_file(asked.out) as part:
            part.write_text(page(), encoding="utf-8")
    except OSError as trouble:
        print(f"{short(str(asked.out))}: it cannot be written ({why(trouble)})", file=sys.stderr)
        return NOT_WRITTEN
    print(f"{asked.out}: every chart, from invented figures")
    return WRITTEN


def parser() -> Parser:
    made = Parser(
        prog="goldenthread gallery",
        description="Write one page with every kind of chart, so that they can be looked at.",
    )
    made.add_argument("out", type=Path, metavar="OUT.html", help="where to write the page")
    return made


def page() -> str:
    """The gallery as a file that asks nothing of the net."""
    from goldenthread.engine.charts.gallery import examples

    templates = Environment(
        loader=PackageLoader("goldenthread.engine.charts.gallery"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return templates.get_template("gallery.jinja").render(kinds=examples.kinds())
