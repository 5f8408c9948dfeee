"""A heat map: a figure in each square, the square darker the greater it is."""

from collections.abc import Sequence

from goldenthread.engine.charts import accessible, plain, plot, words
from goldenthread.engine.charts.chart import Chart, Series, Value, check_number, number_of, text_of
from goldenthread.engine.charts.palette import INK, QUIET

SHADES = ("#f1f5f9", "#cfe0ee", "#93bbdb", "#2f74ad", "#0f3557")
INKS = (INK, INK, INK, "#ffffff", "#ffffff")
NAMES, CELL = 118, 34
MOST_COLUMNS = 12


def heat_map(
    title: str,
    rows: Sequence[str],
    columns: Sequence[str],
    values: Sequence[Sequence[Value]],
    *,
    unit: str = "",
    category: str = "Category",
    key: str = "",
) -> Chart:
    """A row of squares for each of `rows`, each with its figure. A figure that is withheld or missing
    is its symbol on a hatched square. Raises ValueError where the figures do not fit the names."""
    check(rows, columns, values)
    for name, line in zip(rows, values, strict=True):
        for value in line:
            check_number(name, value)
    known = [v for line in values for each in line if (v := number_of(each)) is not None]
    edges = (min(known, default=0.0), max(known, default=0.0))
    key = key or accessible.key_of("heat", title, rows, columns, values)
    description = in_words(rows, columns, values, unit)
    svg = plain.chart(
        *drawn(rows, columns, values, unit, edges, key),
        title=title,
        description=description,
        key=key,
    )
    table = tuple(
        (name, *(text_of(v, unit) for v in line)) for name, line in zip(rows, values, strict=True)
    )
    notes = words.notes_on([Series(name, line) for name, line in zip(rows, values, strict=True)])
    return Chart(title, description, svg, (category, *columns), table, notes)


def check(rows: Sequence[str], columns: Sequence[str], values: Sequence[Sequence[Value]]) -> None:
    if not rows or not columns:
        raise ValueError("A heat map needs at least one row and one column")
    if len(columns) > MOST_COLUMNS:
        raise ValueError(
            f"A heat map shows at most {MOST_COLUMNS} columns; this one has {len(columns)}"
        )
    if len(values) != len(rows):
        raise ValueError(f"There are {len(values)} rows of figures for {len(rows)} names")
    for name, line in zip(rows, values, strict=True):
        if len(line) != len(columns):
            raise ValueError(f"“{name}” has {len(line)} figures for {len(columns)} columns")


def shade(value: float, edges: tuple[float, float]) -> int:
    """Which of the five shades: equal steps from the least figure to the greatest."""
    low, high = edges
    if high == low:
        return 2
    return min(int((value - low) / (high - low) * len(SHADES)), len(SHADES) - 1)


def in_words(
    rows: Sequence[str], columns: Sequence[str], values: Sequence[Sequence[Value]], unit: str
) -> str:
    squares = [(v, f"{name}, {column}") for name, line in zip(rows, values, strict=True)
               for column, v in zip(columns, line, strict=True)]  # fmt: skip
    known = [
        (number, text_of(v, unit), where)
        for v, where in squares
        if (number := number_of(v)) is not None
    ]
    said = [f"Heat map, {len(rows)} rows by {len(columns)} columns."]
    if not known:
        return f"{said[0]} No figures to show."
    for word, (_, text, where) in (("Most", max(known)), ("least", min(known))):
        said.append(f"{word} {where}, {text}{'.' if word == 'least' else ';'}")
    hidden = len(squares) - len(known)
    return " ".join([*said, f"{hidden} not shown."] if hidden else said)


def drawn(
    rows: Sequence[str],
    columns: Sequence[str],
    values: Sequence[Sequence[Value]],
    unit: str,
    edges: tuple[float, float],
    key: str,
) -> tuple[str, float]:
    width = (plain.WIDTH - NAMES - 4) / len(columns)
    heads = [plain.in_lines(name, width) for name in columns]
    top = 10 + 16 * max(map(len, heads))
    above = "".join(
        plain.word(line, NAMES + (n + 0.5) * width, top - 6 - 16 * (len(lines) - 1 - row),
                   text_anchor="middle", font_size=plot.SMALL)
        for n, lines in enumerate(heads) for row, line in enumerate(lines)
    )  # fmt: skip
    body, y = hatch(key) + above, float(top)
    for name, line in zip(rows, values, strict=True):
        lines = plain.in_lines(name, NAMES - 6)
        height = max(CELL, plain.LINE * len(lines) + 6)
        body += plain.text(
            lines,
            4,
            y + (height - plain.LINE * len(lines)) / 2 + 15,
            font_size=plot.SMALL,
            fill=INK,
        )
        body += "".join(
            square(value, NAMES + n * width, y, (width, height), unit, edges, key)
            for n, value in enumerate(line)
        )
        y += height
    return body + legend(y + 14, unit, edges), y + 46


def hatch(key: str) -> str:
    """Slanting lines on the squares that have no figure."""
    stroke = plain.line(0, 0, 0, 7, stroke="#aab4ba", stroke_width=2)
    pattern = plain.element("pattern", stroke, id=f"{key}-hatch", width=7, height=7,
                            patternUnits="userSpaceOnUse", patternTransform="rotate(45)")  # fmt: skip
    return plain.element("defs", pattern)


def square(
    value: Value,
    x: float,
    y: float,
    size: tuple[float, float],
    unit: str,
    edges: tuple[float, float],
    key: str,
) -> str:
    number, (width, height) = number_of(value), size
    level = None if number is None else shade(number, edges)
    fill, ink = (f"url(#{key}-hatch)", INK) if level is None else (SHADES[level], INKS[level])
    text = text_of(value, unit)
    fits = min(plain.SIZE, (width - 4) / max(len(text), 1) / 0.56)
    halo = (
        {"stroke": "#ffffff", "stroke_width": 4, "paint_order": "stroke"} if level is None else {}
    )
    return plain.element(
        "rect", x=f"{x:.1f}", y=f"{y:g}", width=f"{width:.1f}", height=f"{height:g}", fill=fill, stroke="#ffffff", stroke_width=2
    ) + plain.word(text, x + width / 2, y + height / 2 + 5, text_anchor="middle", fill=ink, font_size=f"{fits:.1f}", **halo)  # fmt: skip


def legend(y: float, unit: str, edges: tuple[float, float]) -> str:
    """The shades from the least figure to the greatest."""
    least, most = plot.figure(edges[0], unit), plot.figure(edges[1], unit)
    start = 10 + len(least) * plot.LETTER
    boxes = "".join(
        plain.element(
            "rect", x=f"{start + 26 * n:.1f}", y=y, width=26, height=16, fill=fill, stroke=QUIET
        )
        for n, fill in enumerate(SHADES)
    )
    unit_after = f" {unit}" if unit not in ("", "%", "£") else ""
    ends = plain.word(least, 4, y + 13, font_size=plot.SMALL)
    return ends + boxes + plain.word(most + unit_after, start + 136, y + 13, font_size=plot.SMALL)
