"""Which return the files are: told from what is in them, never from their names."""

from importlib import import_module
from pathlib import Path

from goldenthread.engine.returns.check.checked import Asked, Checked
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.sniffing import Kind, kind_of
from goldenthread.engine.returns.xml import root_of

# The first element of a return's XML → the module that checks it. The other is not loaded.
CHECKS = {
    "Message": "goldenthread.engine.returns.check.children_in_need",
    "EXPSSDA903": "goldenthread.engine.returns.check.children_looked_after",
}
OF_TABLES = CHECKS["EXPSSDA903"]


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
    found: Checked = import_module(_module(xml)).checked(asked)
    return found


def _module(xml: list[Path]) -> str:
    if not xml:
        return OF_TABLES
    path = xml[0]
    root = root_of(path)
    if root not in CHECKS:
        raise CannotRead(
            f"{path.name}: it begins with <{root[:40]}>. A children in need return begins with "
            "<Message>, a children looked after return with <EXPSSDA903>"
        )
    return CHECKS[root]
