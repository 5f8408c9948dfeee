"""Check a children in need census: one XML, or the CSV files of its tables."""

from goldenthread.engine.returns.check.checked import Asked, Checked, Table
from goldenthread.engine.returns.cin.book import EDITION
from goldenthread.engine.returns.cin.checking import results
from goldenthread.engine.returns.cin.opening import Opened, open_census, open_csvs

LAST_YEAR_UNUSED = "Last year's files were not read: no rule of this census looks at them"


def checked(asked: Asked) -> Checked:
    """Read the census in the one XML; its rules are run as the results are taken."""
    path = asked.files[0]
    opened = open_census(path, asked.edition)
    read = (Table(name, path.name, frame.height) for name, frame in opened.census.tables.items())
    return _checked(asked, path.name, opened, tuple(read))


def checked_csvs(asked: Asked) -> Checked:
    """The same of a census that is in CSV files, a table to each."""
    opened, files = open_csvs(asked.files, asked.edition)
    tables = opened.census.tables
    read = tuple(Table(name, file, tables[name].height) for name, file in files.items())
    return _checked(asked, f"Children in need, {EDITION}, {_files(read)}", opened, read)


def _files(read: tuple[Table, ...]) -> str:
    return "1 file" if len(read) == 1 else f"{len(read)} files"


def _checked(asked: Asked, name: str, opened: Opened, read: tuple[Table, ...]) -> Checked:
    return Checked(
        name=name,
        kind="cin",
        edition=EDITION,
        read=read,
        tables=opened.census.tables,
        results=results(opened.census),
        flaws=opened.flaws,
        first=opened.first,
        notes=(*opened.notes, *([LAST_YEAR_UNUSED] if asked.last_year else [])),
    )
