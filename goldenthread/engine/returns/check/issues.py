"""Issues as rows: one for each row of the return that takes part in a failure."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import polars as pl

from goldenthread.engine.intake.spreadsheet import neutral
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.running import Result
from goldenthread.engine.whole_files import whole_file

# A child's id in the children in need return, and in the children looked after return.
CHILD_ID = ("LAchildID", "CHILD")
COLUMNS = ("rule_code", "kind", "table", "row", "child_id", "fields", "message")
HEADINGS = ",".join(COLUMNS)
# A spreadsheet that takes the file for its own old encoding garbles curly quotation marks; a mark at
# the start of the file, which would tell it better, garbles the first heading for programs.
PLAIN = {"‘": "'", "’": "'", "“": '"', "”": '"'}


def frames(results: Iterable[Result], tables: Mapping[str, pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """The issues, a frame for each rule and table, so that no more than one is ever held.

    `row` is the position in the table, from 0, as `run_rule` gives it.
    """
    for result in results:
        for table, rows in result.rows.items():
            yield _issues(result, table, rows, tables[table])


def count(result: Result) -> int:
    return sum(rows.len() for rows in result.rows.values())


def write_csv(found: Iterable[pl.DataFrame], to: Path) -> int:
    """Write the issues to a CSV file, whole or not at all; how many there were."""
    written = 0
    with whole_file(to) as part, part.open("wb") as stream:
        stream.write(f"{HEADINGS}\n".encode())
        for frame in found:
            plain = frame.with_columns(pl.col("message").str.replace_many(PLAIN))
            plain.write_csv(stream, include_header=False)
            written += frame.height
    return written


def insist_on_a_place(to: Path, read: Iterable[Path]) -> None:
    """Raises CannotRead where issues would be written over a return, a device, a folder, or any file
    but a list of issues."""
    if to.exists() and not to.is_file():
        raise CannotRead(f"{to}: this is not a file. Name the file to write the issues to")
    if to.exists() and any(path.exists() and to.samefile(path) for path in read):
        raise CannotRead(f"{to}: this is the return itself. Write the issues to another file")
    if to.exists() and not _may_be_replaced(to):
        raise CannotRead(
            f"{to}: this is there already and is no list of issues. Write the issues to another file"
        )


def _may_be_replaced(there: Path) -> bool:
    """Whether a file is empty, or begins as a list of issues does."""
    with there.open(encoding="utf-8-sig", errors="replace") as stream:
        return stream.readline(2 * len(HEADINGS)).rstrip("\r\n") in ("", HEADINGS)


def _issues(result: Result, table: str, rows: pl.Series, frame: pl.DataFrame) -> pl.DataFrame:
    rule = result.rule
    return pl.select(
        rule_code=pl.lit(rule.code),
        kind=pl.lit(rule.kind),
        table=pl.lit(table),
        row=rows,
        child_id=_children(frame, rows),
        fields=pl.lit(" ".join(rule.fields)),
        message=pl.lit(rule.message),
    )


def _children(frame: pl.DataFrame, rows: pl.Series) -> pl.Series:
    """The children's ids, made harmless to a spreadsheet that would run them as formulas."""
    name = next((column for column in CHILD_ID if column in frame.columns), None)
    if not name or not frame.height:
        return pl.Series([None] * rows.len(), dtype=pl.String)
    ids = frame[name].gather(rows)
    dangerous = ids.str.contains(r"^[=+\-@\t\r＝＋－＠]").any()
    return ids.map_elements(neutral, return_dtype=pl.String) if dangerous else ids
