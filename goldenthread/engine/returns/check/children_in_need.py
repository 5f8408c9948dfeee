"""Check a children in need census: one XML."""

from goldenthread.engine.returns.check.checked import Asked, Checked, Table
from goldenthread.engine.returns.cin.book import EDITION
from goldenthread.engine.returns.cin.checking import results
from goldenthread.engine.returns.cin.opening import open_census

LAST_YEAR_UNUSED = "Last year's files were not read: no rule of this census looks at them"


def checked(asked: Asked) -> Checked:
    """Read the census in the one file; its rules are run as the results are taken."""
    path = asked.files[0]
    opened = open_census(path, asked.edition)
    tables = opened.census.tables
    return Checked(
        name=path.name,
        kind="cin",
        edition=EDITION,
        read=tuple(Table(name, path.name, frame.height) for name, frame in tables.items()),
        tables=tables,
        results=results(opened.census),
        flaws=opened.flaws,
        notes=(*opened.notes, *([LAST_YEAR_UNUSED] if asked.last_year else [])),
    )
