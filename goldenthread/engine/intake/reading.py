"""The one way in: a file of any kind becomes tables, or is refused with a sentence that says why."""

from collections.abc import Collection
from pathlib import Path

from goldenthread.engine.intake.files.archive import Archive
from goldenthread.engine.intake.files.csv_file import read_csv
from goldenthread.engine.intake.files.sheet import Sheet
from goldenthread.engine.intake.files.size.excel import check_excel
from goldenthread.engine.intake.files.size.old_excel import check_old_excel
from goldenthread.engine.intake.files.size.open_document import check_open_document
from goldenthread.engine.intake.files.sniffing import FileKind, kind_by_content, kind_by_name
from goldenthread.engine.intake.headings import table_of
from goldenthread.engine.intake.limits import USUAL, Limits, megabytes
from goldenthread.engine.intake.messages import Message, Place, Severity, Unreadable
from goldenthread.engine.intake.table import Table


def read_tables(
    source: Path | bytes,
    name: str = "",
    *,
    known_headings: Collection[str] = (),
    limits: Limits = USUAL,
) -> list[Table]:
    """Every table in a file, hidden sheets marked as such.

    `name` is what the person calls the file. `known_headings`, in plain words (`fields.known_words`),
    help to find the heading row beneath titles. Reads only; raises Unreadable for a file that cannot
    be read as a whole. What is wrong with single rows stands in each table's `messages`.
    """
    place = Place(name or (source.name if isinstance(source, Path) else "The file"))
    content = _content(source, place, limits)
    archive = _archive(content, place, limits)
    kind = kind_by_content(content, place, archive)
    tables = [
        table
        for sheet in _sheets(kind, content, archive, place, limits)
        if (table := table_of(sheet, known_headings, limits))
    ]
    if not tables:
        raise Unreadable(place, "holds no table. Check that you chose the right file")
    _tell_of_wrong_name(tables[0], kind)
    return tables


def _content(source: Path | bytes, place: Place, limits: Limits) -> bytes:
    """The bytes of the file; its size is asked before any is read."""
    try:
        size = source.stat().st_size if isinstance(source, Path) else len(source)
        if size > limits.file_bytes:
            most = megabytes(limits.file_bytes)
            raise Unreadable(
                place,
                f"is {megabytes(size)}; the most we take is {most}. Pictures are often the cause: "
                "copy the table alone into a new file and try again",
            )
        return source.read_bytes() if isinstance(source, Path) else source
    except OSError as error:
        raise Unreadable(place, "could not be opened. Choose the file again") from error


def _archive(content: bytes, place: Place, limits: Limits) -> Archive | None:
    if not content.startswith(b"PK"):
        return None
    archive = Archive(content, place, limits)
    archive.check()
    return archive


def _sheets(
    kind: FileKind, content: bytes, archive: Archive | None, place: Place, limits: Limits
) -> list[Sheet]:
    """Readers of workbooks and Word are loaded only for a file that needs them."""
    if kind is FileKind.WORD and archive:
        from goldenthread.engine.intake.files.word import read_word

        return read_word(archive, place, limits)
    if kind is FileKind.CSV:
        return read_csv(content, place, limits)
    _check_size(kind, content, archive, place, limits)
    from goldenthread.engine.intake.files.workbook import read_workbook

    return read_workbook(content, place, limits)


def _check_size(
    kind: FileKind, content: bytes, archive: Archive | None, place: Place, limits: Limits
) -> None:
    if archive and kind is FileKind.EXCEL:
        check_excel(archive, place, limits)
    elif archive:
        check_open_document(archive, place, limits)
    else:
        check_old_excel(content, place, limits)


def _tell_of_wrong_name(table: Table, kind: FileKind) -> None:
    named = kind_by_name(table.place.file)
    if named and named is not kind:
        if (
            kind is FileKind.CSV and len(table.header) == 1
        ):  # bytes that only look like one long text
            raise Unreadable(
                Place(table.place.file),
                f"has a name that says {named}, but cannot be read as one. "
                "Open it in the program that made it and save it again",
            )
        told = f"The name says {named}, but inside is {kind}; we read it as that"
        table.messages.append(Message(Place(table.place.file), told, Severity.NOTE))
