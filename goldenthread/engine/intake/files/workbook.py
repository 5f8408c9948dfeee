"""Read the sheets of a workbook as the values last saved in them. No formula is worked out."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import python_calamine as calamine

from goldenthread.engine.intake.files.sheet import Sheet
from goldenthread.engine.intake.limits import Limits
from goldenthread.engine.intake.messages import Place, Unreadable
from goldenthread.engine.intake.table import RawCell

Merges = dict[tuple[int, int], int]


def read_workbook(content: bytes, place: Place, limits: Limits) -> list[Sheet]:
    """Every sheet that holds anything, in order. Call only after the file's size was checked."""
    with _damage_told(place):
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [
            _sheet(book.get_sheet_by_name(found.name), found, place)
            for found in book.sheets_metadata
            if found.typ == calamine.SheetTypeEnum.WorkSheet
        ]
    return [sheet for sheet in sheets if sheet]


def _sheet(
    sheet: calamine.CalamineSheet, found: calamine.SheetMetadata, place: Place
) -> Sheet | None:
    if sheet.start is None:
        return None
    inside = Place(place.file, f"sheet {found.name}")
    hidden = found.visible != calamine.SheetVisibleEnum.Visible
    return Sheet(inside, _rows(sheet, inside), first_column=sheet.start[1], hidden=hidden)


def _rows(sheet: calamine.CalamineSheet, place: Place) -> Iterator[tuple[int, list[RawCell]]]:
    """Rows with their numbers, from the sheet's first row; a cell merged down shows its value in every row that it spans."""
    if sheet.start is None:
        return
    left = sheet.start[1]
    merges = _merged_down(sheet)
    held: dict[int, tuple[int, RawCell]] = {}
    with _damage_told(place):
        for index, cells in enumerate(sheet.iter_rows()):
            row: list[RawCell] = list(cells)
            _fill_down(row, index, left, merges, held)
            yield index + 1, row


def _merged_down(sheet: calamine.CalamineSheet) -> Merges:
    """The last row of each one-column merge, by its first row and column."""
    ranges = sheet.merged_cell_ranges or []
    return {first: last[0] for first, last in ranges if last[0] > first[0] and last[1] == first[1]}


def _fill_down(
    row: list[RawCell],
    index: int,
    left: int,
    merges: Merges,
    held: dict[int, tuple[int, RawCell]],
) -> None:
    for column in range(len(row)):
        last = merges.get((index, left + column))
        if last is not None:
            held[column] = (last, row[column])
        until, value = held.get(column, (-1, None))
        if index <= until:
            row[column] = value


@contextmanager
def _damage_told(place: Place) -> Iterator[None]:
    """The reader is written in Rust; what it cannot read it may also panic at, which is no Exception."""
    try:
        yield
    except calamine.PasswordError as error:
        raise Unreadable(place, "is protected by a password. Take it off and try again") from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise _damaged(place) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise _damaged(place) from error


def _damaged(place: Place) -> Unreadable:
    return Unreadable(
        place, "is damaged. Open it in the program that made it, save it again and retry"
    )
