"""Check a children looked after return: CSV files or one XML. No rule of it is checked in this version,
and each says so; what is read, and what cannot be, is told."""

import re
from collections.abc import Iterator

from goldenthread.engine.returns.check.checked import Asked, Checked, Table
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.running import Outcome, Result
from goldenthread.engine.returns.ssda903.book import BOOK, EDITION
from goldenthread.engine.returns.ssda903.opening import Opened, open_return
from goldenthread.engine.returns.ssda903.year import ending, named

NOT_CHECKED = "Not checked in this version"


def checked(asked: Asked) -> Checked:
    """Read the return, last year's beside it. Raises CannotRead for files of another year."""
    edition = asked.edition or EDITION
    _insist_on_an_edition(edition)
    opened = open_return(asked.files, asked.last_year, expected=ending(edition))
    _insist_on_the_year(opened, edition)
    return Checked(
        name=_name(opened, edition),
        kind="903",
        edition=edition,
        read=tuple(_read(opened)),
        tables=opened.tables,
        results=(Result(rule, Outcome.SKIPPED, why=NOT_CHECKED) for rule in BOOK),
        notes=opened.notes,
        flaws=opened.flaws,
    )


def _name(opened: Opened, edition: str) -> str:
    files = len(set(opened.files.values()))
    return f"Children looked after, {edition}, {files} {'file' if files == 1 else 'files'}"


def _read(opened: Opened) -> Iterator[Table]:
    for table, file in opened.files.items():
        yield Table(table, file, opened.tables[table].height)


def _insist_on_an_edition(edition: str) -> None:
    if not re.fullmatch(r"20\d\d/\d\d", edition):
        raise CannotRead(f"{edition[:20]}: write the year like {EDITION}")


def _insist_on_the_year(opened: Opened, edition: str) -> None:
    if opened.year not in (None, ending(edition)):
        assert opened.year
        found = named(opened.year)
        raise CannotRead(
            f"{', '.join(sorted(set(opened.files.values())))}: most of the dates are those of "
            f"{found}, not of {edition}. If that is the year you want, add --edition {found}"
        )
