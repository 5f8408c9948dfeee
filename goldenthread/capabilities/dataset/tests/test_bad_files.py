"""Bad files: a sentence that names the place, and nothing kept."""

import pytest

from goldenthread.foundations.measures.importing import plan
from goldenthread.foundations.measures.importing.catalogue import code_of
from goldenthread.foundations.measures.importing.keeping import NotKept
from goldenthread.foundations.measures.models import (
    Area,
    FigureImport,
    Measure,
    Observation,
    Source,
)

HEAD = b"source,area,period,group,meetings\n"
ROW = b"001,Kirklees,2014/15,Executive,7\n"
CASES = {
    "a number that is none": (
        HEAD + ROW + b"001,Kirklees,2014/15,Board,seven\n",
        "row 3, column E",
    ),
    "a period that is none": (HEAD + b"001,Kirklees,some time,Board,7\n", "row 2, column C"),
    "a month that does not exist": (HEAD + b"001,Kirklees,2014-13-01,Board,7\n", "row 2, column C"),
    "a year that could be two things": (
        HEAD + b"001,Kirklees,2011-12,Board,7\n",
        "row 2, column C",
    ),
    "less than nought": (HEAD + b"001,Kirklees,2014/15,Board,-7\n", "row 2, column E"),
    "a count that is not whole": (HEAD + b"001,Kirklees,2014/15,Board,2.5\n", "row 2, column E"),
    "too large": (HEAD + b"001,Kirklees,2014/15,Board,9999999999999999\n", "row 2, column E"),
    "a missing column": (b"source,area,period,group\n001,Kirklees,2014/15,Board\n", "“meetings”"),
    "two figures for one thing": (
        HEAD + ROW + b"001,Kirklees,2014/15,Executive,8\n",
        "row 3, column E: Gives another figure than row 2",
    ),
    "a line without a name": (HEAD + b"001,Kirklees,2014/15,,7\n", "row 2, column D"),
    "an area misspelt": (HEAD + b"001,Kirkless,2014/15,Board,7\n", "Did you mean Kirklees?"),
    "a row without a figure": (HEAD + b"001,Kirklees,2014/15,Board,\n", "row 2"),
    "more cells than headings": (HEAD + b"001,Kirklees,2014/15,A, B and C,7\n", "row 2"),
    "nothing at all": (b"", "bad.csv"),
    "headings alone": (HEAD, "bad.csv"),
    "another encoding": (HEAD + "001,Kirklees,2014/15,Café,7\n".encode("latin-1"), "UTF-8"),
    "no table that we know": (b"cats,dogs\n1,2\n", "We do not know this layout"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "bad.csv"),
    "a zip that is no workbook": (b"PK\x03\x04" + b"\0" * 50, "bad.csv"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_bad_file_is_told_where_and_changes_nothing(bring, asker, case):
    content, told = CASES[case]
    before = counts()
    with pytest.raises(NotKept) as refused:
        bring("bad.csv", content)
    said = " ".join(str(message) for message in refused.value.plan.errors)
    assert "bad.csv" in said
    assert told in said
    assert counts() == before


def counts() -> list[int]:
    return [m.objects.count() for m in (Observation, Measure, Area, Source, FigureImport)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_and_utf_16_are_read(bring, asker, encoding):
    text = (HEAD + ROW).decode()
    assert bring("groups.csv", text.encode(encoding)).added == 1


def test_an_extra_column_is_left_out_and_said_so(bring, asker):
    content = b"source,area,period,group,meetings,notes\n001,Kirklees,2014/15,Board,7,Quorate\n"
    assert bring("groups.csv", content).added == 1


def test_a_file_that_names_no_period_takes_that_of_its_document(bring, asker):
    bring("unit_costs.csv")
    assert {one.period.label for one in Observation.objects.all()} == {"2014/15"}


def test_a_file_that_names_no_period_nor_a_known_document_is_asked_for_it(bring, asker):
    content = b"source,sector,item,basis,cost_gbp\n999,Health,GP,per hour,125\n"
    with pytest.raises(NotKept) as refused:
        bring("costs.csv", content)
    assert "Say which period it is about" in str(refused.value.plan.errors[0])


def test_a_file_of_many_new_measures_is_no_dearer_by_the_row(bring, asker, monkeypatch):
    """Five thousand once took minutes: each was looked for among all."""

    def asked(number):
        calls = []
        spy = lambda figure: calls.append(1) or code_of(figure)  # noqa: E731
        monkeypatch.setattr(plan, "code_of", spy)
        rows = "".join(f"Measure {number}-{n},2014/15,{n}\n" for n in range(number))
        bring(f"{number}.csv", f"indicator,period,value\n{rows}".encode())
        return len(calls)

    few, many = asked(10), asked(100)
    assert few
    assert many <= 10 * few
