"""What an import would bring in: every row's own messages, nothing lost, nothing half told."""

from pathlib import Path

import pytest

from goldenthread.engine.intake.action_log import FIELDS
from goldenthread.engine.intake.fields import Field, Kind
from goldenthread.engine.intake.mapping import best_table, suggest_mapping
from goldenthread.engine.intake.messages import Severity
from goldenthread.engine.intake.preview import Counts, apply_mapping
from goldenthread.engine.intake.reading import read_tables
from goldenthread.engine.intake.tests import files

LOG = b"""Ref,Action,By when,RAG,Our own code
1,Train,31/03/2026,G,x
2,,31/03/2026,G,x
3,Audit,31/02/2026,G,x
4,Meet,ASAP,G,x
1,Meet again,2026-05,Z,x
6,Write, to all,1/5/2026,G,x
7,Ring,01/06/2026
"""


def preview_of(content=LOG, name="log.csv", fields=FIELDS):
    (table,) = read_tables(content, name)
    return apply_mapping(table, suggest_mapping(table.header, fields, table.rows), fields)


def test_each_row_carries_its_own_messages_with_their_places():
    told = {row.number: [str(m) for m in row.messages] for row in preview_of().rows}
    assert told[2] == []
    assert told[3] == ["log.csv, row 3, column B: Enter the action"]
    assert told[4] == [
        "log.csv, row 4, column C: “31/02/2026” is not a date: February 2026 has no day 31"
    ]
    assert told[5] == ["log.csv, row 5, column C: “ASAP” is not a date, so we left the date blank"]
    assert told[6][-1] == "log.csv, row 6, column A: Row 2 has the same reference, “1”"
    assert "more cell than there are headings" in told[7][0]
    assert "stops after 3 of 5 columns" in told[8][0]


def test_counts_say_what_will_happen():
    assert preview_of().counts == Counts(read=7, to_import=3, with_warnings=2, refused=4)


def test_a_refused_row_is_not_among_those_to_import():
    assert [row.number for row in preview_of().to_import] == [2, 5, 8]


def test_columns_without_a_field_are_named_and_kept_with_the_row():
    preview = preview_of()
    assert preview.unmapped == ["Our own code"]
    assert preview.rows[0].kept["Our own code"] == "x"


def test_without_a_column_for_what_is_required_nothing_is_ready():
    preview = preview_of(b"Ref,Due date\n1,31/03/2026\n")
    assert not preview.is_ready
    assert [str(m) for m in preview.messages] == [
        "log.csv, row 1: No column gives the action. Choose the column that does"
    ]


def test_a_table_of_headings_alone_is_not_ready():
    assert not preview_of(b"Ref,Action\n").is_ready


def test_a_key_that_must_be_unique_keeps_the_second_row_out():
    fields = (
        Field("code", "Code", required=True, unique=Severity.ERROR),
        Field("value", "Value", Kind.NUMBER),
    )
    preview = preview_of(b"Code,Value\nA,1\nB,2\nA,3\n", "figures.csv", fields)
    assert [row.is_refused for row in preview.rows] == [False, False, True]
    assert str(preview.rows[2].messages[0]) == (
        "figures.csv, row 4, column A: Row 2 has the same code, “A”"
    )


def test_two_columns_cannot_feed_a_field_that_takes_one():
    (table,) = read_tables(b"Action,Task\nTrain,Audit\n", "log.csv")
    with pytest.raises(ValueError, match="More than one column is chosen for Action"):
        apply_mapping(table, {"Action": "action", "Task": "action"}, FIELDS)


def test_the_table_that_answers_most_is_chosen_and_a_hidden_one_never_first():
    log = [["Ref", "Action", "Due date"], [1, "Train", "31/03/2026"]]
    content = files.xlsx(
        {"Notes": [["Read me"], ["Please"]], "Old": log, "Log": log}, hidden=["Old"]
    )
    assert best_table(read_tables(content, "log.xlsx"), FIELDS).name == "sheet Log"


PLAN = (
    Field("priority", "Priority", Kind.NUMBER, required=True),
    Field("priority_title", "Priority title", required=True),
    Field("strategic_aim", "Strategic aim"),
    Field("objective", "Objective", required=True, unique=Severity.ERROR),
    Field("paraphrase", "What will be done", required=True, synonyms=("paraphrase",)),
    Field("due", "Due", Kind.DATE),
    Field("owners", "Owners", Kind.LIST, required=True),
)


def test_a_plan_of_months_and_several_owners_is_read():
    content = (
        b"source,priority,priority_title,strategic_aim,objective,paraphrase,due,owners\n"
        b"003,1,Lived experience,Embedded,1.1,Use the term,2020-01,All subgroups\n"
        b"003,1,Lived experience,Embedded,1.2,Assess it,2020-03,Effectiveness; Practice Review\n"
    )
    preview = preview_of(content, "plan.csv", PLAN)
    assert preview.unmapped == ["source"]
    assert [str(row.values["due"]) for row in preview.rows] == ["2020-01-31", "2020-03-31"]
    assert preview.rows[1].values["owners"] == ("Effectiveness", "Practice Review")
    assert preview.counts == Counts(read=2, to_import=2, with_warnings=2, refused=0)


def test_the_package_brings_its_own_word_lists():
    folder = Path(__file__).parents[1]
    assert len((folder / "action_log_headings.csv").read_text().splitlines()) > 150
