"""A folder stands for the files of a return that are in it."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.terminal import short

ENDINGS = (".csv", ".xml", ".xlsx", ".xlsm", ".ods")


def files_in(paths: Sequence[Path]) -> list[Path]:
    """The files named, and those of the folders named. Raises CannotRead for a folder without any."""
    found: list[Path] = []
    for path in paths:
        try:
            inside = _files_of(path) if path.is_dir() else [path]
        except OSError as error:
            raise CannotRead(
                f"{short(str(path))}: it cannot be opened ({error.strerror})"
            ) from None
        if not inside:
            raise CannotRead(f"{path}: this folder holds no CSV, XML or Excel file")
        found += inside
    _insist_on_each_once(found)
    return found


def _insist_on_each_once(found: Sequence[Path]) -> None:
    for path, times in Counter(path.resolve() for path in found).items():
        if times > 1:
            raise CannotRead(f"{path}: this file is given twice. Give it once")


def _files_of(folder: Path) -> list[Path]:
    """Not those that a spreadsheet keeps for itself while a file is open."""
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in ENDINGS and not path.name.startswith(("~", "."))
    )
