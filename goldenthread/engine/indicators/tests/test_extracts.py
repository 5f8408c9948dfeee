"""`goldenthread indicators` with Annex A, the dataset and a postcode directory: what is told, and when not."""

import json
from datetime import date

import pytest
import xlsxwriter

from goldenthread.engine.indicators import command
from goldenthread.engine.indicators.tests.drawn_rows import (
    MISSING,
    adopted,
    entitled,
    leaver,
    missing,
    plan,
    protected,
    visits,
)
from goldenthread.engine.returns.annex_a import lists
from goldenthread.engine.returns.ssd import dataset

LISTS = {
    "List 7": [protected("27 Mar 2026")],
    "List 8": [{MISSING: 1}],
    "List 9": [entitled("1 Feb 2026", "a) Relevant child")],
    "List 10": [adopted("1 Mar 2024", "1 May 2024", "1 May 2025")],
}
TABLES = {
    "ssd_cp_plans": [{"cppl_person_id": "c1", **plan("1 Apr 2024")}],
    "ssd_cp_visits": visits("2 Apr 2024", "1 Apr 2025", "30 Mar 2026"),
    "ssd_missing": [missing("1 May 2025", "Y", "N")],
    "ssd_care_leavers": [leaver("1 Feb 2026", clea_person_id="c1")],
}


@pytest.fixture
def workbook(tmp_path):
    def write(rows=LISTS, name="annex a.xlsx"):
        path = tmp_path / name
        with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
            for shape in lists.shapes():
                if shape.table in rows:
                    sheet = book.add_worksheet(shape.table)
                    for number, row in enumerate(written(shape, rows[shape.table])):
                        sheet.write_row(number, 0, row)
        return path

    return write


def written(shape, rows):
    columns = [column.field for column in shape.columns]
    yield columns
    yield from ([{"Child Unique ID": "c1", **row}.get(name) for name in columns] for row in rows)


@pytest.fixture
def tables(tmp_path):
    def write(**rows):
        folder = tmp_path / "dataset"
        folder.mkdir(exist_ok=True)
        for shape in dataset.shapes():
            if shape.table in rows:
                columns = [column.field for column in shape.columns]
                lines = [
                    columns,
                    *([text(row.get(c)) for c in columns] for row in rows[shape.table]),
                ]
                path = folder / f"{shape.table}.csv"
                path.write_text("\n".join(",".join(line) for line in lines) + "\n")
        return folder

    return write


def text(value):
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value or "")


def run(capsys, *argv):
    status = command.main([str(each) for each in argv])
    return status, *capsys.readouterr()


def told(out):
    return {
        (row["code"], row["period"]): (row["numerator"], row["denominator"])
        for row in json.loads(out)
        if row["breakdown"] == "total"
    }


def test_annex_a_is_told_for_its_day_which_its_latest_date_tells(capsys, workbook):
    status, out, err = run(capsys, workbook(), "--json")
    assert status == 0
    assert told(out) == {
        ("23-last-visit", "as at 31 March 2026"): (1, 1),
        ("24-last-visit", "as at 31 March 2026"): (1, 1),
        ("34-offered-last", "as at 31 March 2026"): (0, 1),
        ("34-accepted-last", "as at 31 March 2026"): (0, 1),
        ("39-match", "April 2025 to March 2026"): (61, 1),
        ("46", "as at 31 March 2026"): (1, 1),
    }
    assert "Annex A is taken to be as at 31 March 2026" in err
    assert "by the standard of 10 working days" in err
    assert "rates" not in err


def test_a_person_reads_what_annex_a_tells(capsys, workbook):
    _, out, _ = run(capsys, workbook())
    assert "Children on plans seen alone at the last visit" in out
    assert "as at 31 March 2026" in out
    assert "Not computed: 1, 1-children, 2" in out
    assert "needs ssd_cp_visits of the Standard Safeguarding Dataset" in out


@pytest.mark.parametrize("left", ["List 7", "List 8", "List 9", "List 10"])
def test_a_list_that_is_not_there_is_not_told_as_nought(capsys, workbook, left):
    rest = {name: rows for name, rows in LISTS.items() if name != left}
    _, out, err = run(capsys, workbook(rest), "--json", "--as-at", "2026-03-31")
    every = {"List 7": "23", "List 8": "34", "List 9": "46", "List 10": "39"}
    numbers = {code.split("-")[0] for code, _ in told(out)}
    assert every[left] not in numbers
    assert numbers >= {number for name, number in every.items() if name != left}
    assert f"needs {left.lower()} of Annex A" in err


def test_the_dataset_is_told_month_by_month_since_its_first_whole_year(capsys, tables):
    status, out, err = run(capsys, tables(**TABLES), "--json", "--visits-every", "400 days")
    assert (status, out) == (2, "")
    assert "over a year" in err
    status, out, err = run(capsys, tables(**TABLES), "--json", "--visits-every", "52 weeks")
    figures = told(out)
    assert status == 0
    assert figures["23", "2024/25"] == (1, 1)
    assert figures["23", "2025/26"] == (2, 2)
    assert figures["24", "March 2026"] == (0, 1)
    assert figures["34-offered", "Q1 2025/26"] == (1, 1)
    assert figures["46", "as at 31 March 2026"] == (1, 1)
    assert "by the standard of 52 weeks" in err
    assert "39-match: needs list 10 of Annex A, or ssd_permanence" in err


def test_visits_without_plans_tell_who_was_seen_alone_and_not_what_was_in_time(capsys, tables):
    _, out, err = run(capsys, tables(ssd_cp_visits=TABLES["ssd_cp_visits"]), "--json")
    assert {code for code, _ in told(out)} == {"24"}
    assert "Not computed: 23: needs ssd_cp_plans and ssd_cp_visits" in err


def test_what_both_hold_is_told_once_from_the_dataset(capsys, workbook, tables):
    _, out, err = run(capsys, workbook(), tables(**TABLES), "--json")
    rows = [(r["code"], r["period"], r["breakdown"]) for r in json.loads(out)]
    assert len(rows) == len(set(rows))
    assert "46 is counted from the Standard Safeguarding Dataset" in err


def test_a_date_that_stands_alone_in_the_future_does_not_make_the_day(capsys, workbook):
    rows = {"List 7": [*LISTS["List 7"], protected("27 Mar 2062", **{"Child Unique ID": "c2"})]}
    rows["List 7"] += [protected("2 Mar 2026", **{"Child Unique ID": "c3"})]
    _, out, err = run(capsys, workbook(rows), "--json")
    assert "as at 31 March 2026" in err
    assert told(out)["24-last-visit", "as at 31 March 2026"] == (2, 2)


def test_the_day_is_what_the_analyst_says(capsys, workbook):
    _, out, err = run(capsys, workbook(), "--json", "--as-at", "2026-05-01")
    assert told(out)["23-last-visit", "as at 1 May 2026"] == (0, 1)
    assert "taken to be" not in err


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["--as-at", "soon"], "write the day as 2026-03-31"),
        (["--visits-every", "often"], "is not a time between visits"),
        (["--postcodes", "ONSPD.csv"], "of use for a children looked after return"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(capsys, workbook, argv, says):
    status, out, err = run(capsys, workbook(), *argv)
    assert (status, out) == (2, "")
    assert says in err


def test_an_extract_of_last_year_is_refused(capsys, workbook, tables):
    for earlier in (workbook(name="old.xlsx"), tables(**TABLES)):
        status, _, err = run(capsys, workbook(), "--last-year", earlier)
        assert status == 2
        assert "hold their own past" in err


def test_two_workbooks_and_one_of_something_else_are_refused(capsys, workbook, tmp_path):
    status, _, err = run(capsys, workbook(), workbook(name="again.xlsx"))
    assert status == 2
    assert "both hold List 7 Child protection" in err
    other = tmp_path / "other.xlsx"
    with xlsxwriter.Workbook(other) as book:
        book.add_worksheet("Towns").write_row(0, 0, ["Name", "Town"])
    status, _, err = run(capsys, other)
    assert status == 2
    assert "None of what was given holds a table of Annex A" in err


def test_an_extract_without_a_date_asks_for_its_day(capsys, tables):
    folder = tables(ssd_cp_plans=[{"cppl_person_id": "c1"}])
    status, _, err = run(capsys, folder)
    assert status == 2
    assert "Give that day with --as-at" in err


def test_distances_are_told_where_a_directory_is_given(capsys, tmp_path):
    folder = tmp_path / "903"
    folder.mkdir()
    (folder / "episodes.csv").write_text(
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
        "1,01/05/2024,S,C2,N1,U6,PR1,,,,AB1 1AA,AB1 1AB,\n"
        "2,01/05/2024,S,C2,N1,U6,PR1,01/05/2025,E4A,,AB1 1AA,AB1 1AB,\n"
    )
    _, out, err = run(capsys, folder, "--json")
    assert "31" not in {code for code, _ in told(out)}
    assert "Not computed: 31, 31-unknown: needs the postcode directory" in err
    directory = tmp_path / "ONSPD.csv"
    directory.write_text("pcds,oseast1m,osnrth1m\nAB1 1AA,400000,400000\nAB1 1AB,440000,400000\n")
    status, out, err = run(capsys, folder, "--json", "--postcodes", directory)
    assert status == 0
    assert told(out)["31", "2025/26"] == (1, 1)
    assert told(out)["31", "April 2025"] == (2, 2)
    assert "31, 31-unknown" not in err
