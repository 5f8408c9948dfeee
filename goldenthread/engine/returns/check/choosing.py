"""Which return the files are: told from what is in them, never from their names."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from goldenthread.engine.returns.check.checked import Asked, Checked
from goldenthread.engine.returns.cin.csvs import are_of_the_census
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.sniffing import Kind, headings_of, kind_of
from goldenthread.engine.returns.xml import root_of

IN_NEED = "goldenthread.engine.returns.check.children_in_need"
LOOKED_AFTER = "goldenthread.engine.returns.check.children_looked_after"
# The first element of a return's XML → the module that checks it. The other is not loaded.
CHECKS = {"Message": IN_NEED, "EXPSSDA903": LOOKED_AFTER}
Check = Callable[[Asked], Checked]


def checked(asked: Asked) -> Checked:
    """Check the one return that the files are. Raises CannotRead where they are none, or several."""
    kinds = {path: kind_of(path) for path in asked.files}
    xml = [path for path, kind in kinds.items() if kind is Kind.XML]
    workbooks = [path for path, kind in kinds.items() if kind is Kind.WORKBOOK]
    if workbooks:
        raise CannotRead(
            f"{workbooks[0].name}: this is a workbook. A return to check is XML, or CSV files. "
            "“goldenthread read” shows what is in a workbook"
        )
    if xml and len(asked.files) > 1:
        raise CannotRead(
            f"{xml[0].name}: give one return at a time: one XML, or the CSV files of one return"
        )
    check = _of_xml(xml[0]) if xml else _of_csvs(asked.files)
    return check(asked)


def _of_csvs(paths: tuple[Path, ...]) -> Check:
    if any(are_of_the_census(headings_of(path)) for path in paths):
        return _named(IN_NEED, "checked_csvs")
    return _named(LOOKED_AFTER)


def _of_xml(path: Path) -> Check:
    root = root_of(path)
    if root not in CHECKS:
        raise CannotRead(
            f"{path.name}: it begins with <{root[:40]}>. A children in need return begins with "
            "<Message>, a children looked after return with <EXPSSDA903>"
        )
    return _named(CHECKS[root])


def _named(module: str, check: str = "checked") -> Check:
    found: Check = getattr(import_module(module), check)
    return found
