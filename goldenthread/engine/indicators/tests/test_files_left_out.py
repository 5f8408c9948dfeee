"""A looked after return without one of its files tells nothing of what that file holds: no noughts."""

import json
from shutil import copytree, ignore_patterns

import pytest

from goldenthread.engine.indicators import command
from goldenthread.engine.indicators.collection import LOOKED_AFTER
from goldenthread.engine.indicators.tests.cared_for import episode, returned
from goldenthread.engine.indicators.tests.worked import LAST_YEAR, THIS_YEAR, day, of
from goldenthread.engine.returns.ssda903.fields import columns_of
from goldenthread.engine.returns.synthesis import command as synthesise

HEALTH = [f"36-{part}" for part in ("assessment", "dental", "immunisations", "development")]
LEAVERS = ["41", "41-17-18", "42", "42-17-18", "43", "43-17-18", "44"]
TOLD_BY = {
    "Header": ["30", "45"],
    "Missing": ["33", "33-incidents", "33-mean"],
    "Reviews": ["35"],
    "SWEpisodes": ["40"],
    "OC2": [*HEALTH, "37", "37-scored", "38-convicted", "38-substances"],
    "OC3": LEAVERS,
}
LOOKING_BACK = ["30"]
EACH = pytest.mark.parametrize(("table", "codes"), TOLD_BY.items())
XML = """<EXPSSDA903><CHILD><HEADER><CHILDID>c1</CHILDID><SEX>F</SEX><DOB>2010-02-01</DOB></HEADER>
<EPISODE><DECOM>2025-05-01</DECOM><RNE>S</RNE><LS>C2</LS><PL>U1</PL><DEC>2025-06-03</DEC><REC>E4A</REC>
</EPISODE></CHILD></EXPSSDA903>"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("returns")
    now, before = folder / "now", folder / "before"
    synthesise.main(["903", str(now), "--children", "150", "--last-year", str(before)])
    return {"now": now, "before": before}


@pytest.fixture
def counted(whole, tmp_path, capsys):
    """What is counted of two years, one of them without a file: numerators in total, and the notes."""

    def count(table="", *, without=("now", "before"), headings=False):
        for name, folder in whole.items():
            gone = ignore_patterns(f"{table}.csv" if name in without else "")
            copytree(folder, tmp_path / name, ignore=gone)
            if headings:
                (tmp_path / name / f"{table}.csv").write_text(",".join(columns_of(table)) + "\n")
        return printed(capsys, tmp_path / "now", "--last-year", tmp_path / "before")

    return count


def printed(capsys, *argv):
    assert command.main([*map(str, argv), "--json"]) == 0
    out, err = capsys.readouterr()
    rows = (row for row in json.loads(out) if row["breakdown"] == "total")
    return {(row["code"], row["period"]): row for row in rows}, err


@EACH
def test_what_a_file_tells_is_not_computed_without_it(counted, table, codes):
    found, notes = counted(table)
    assert f"Not computed: {', '.join(codes)}: needs the {table} file of the children" in notes
    told = {code for code, _ in found}
    assert told.isdisjoint(codes)
    assert {"25", "26", "27"} <= told


@EACH
@pytest.mark.parametrize(("without", "year"), [("before", "2024/25"), ("now", "2025/26")])
def test_a_year_without_a_file_is_left_blank_and_named(counted, table, codes, without, year):
    found, notes = counted(table, without=[without])
    other = {"2024/25": "2025/26", "2025/26": "2024/25"}[year]
    said = f"{', '.join(codes)} {'is' if len(codes) == 1 else 'are'} left blank for periods that touch {year}"
    assert f"{said}: give the {table} file of that year's return" in notes
    for code in codes:
        assert (found[code, year]["numerator"], found[code, year]["value"]) == (None, None)
    assert all(
        found[code, other]["numerator"] is not None for code in codes if code not in LOOKING_BACK
    )


def test_a_rolling_year_that_touches_the_year_without_a_file_is_left_blank(counted):
    found, _ = counted("Missing", without=["before"])
    blank = {
        period
        for code, period in found
        if found[code, period]["numerator"] is None and code == "33"
    }
    assert {
        "March 2025",
        "Q4 2024/25",
        "May 2024 to April 2025",
        "March 2025 to February 2026",
    } <= blank
    assert not blank & {"April 2025", "Q1 2025/26", "April 2025 to March 2026"}
    assert found["25", "March 2025"]["numerator"] > 0, "Episodes were given"


def test_last_years_return_without_episodes_tells_of_nobody_rather_than_of_none(counted):
    found, notes = counted("Episodes", without=["before"])
    for code in ("25", "26", "27", "28", "32", "39-adopted", "45", "33", "35"):
        assert found[code, "2024/25"]["numerator"] is None, code
        assert found[code, "2025/26"]["numerator"] is not None, code
    assert found["29", "2025/26"]["numerator"] is None, "it looks back into 2024/25"
    assert "left blank for periods that touch 2024/25: give the Episodes file" in notes


@EACH
def test_a_file_with_headings_alone_says_that_there_was_none(counted, table, codes):
    found, notes = counted(table, headings=True)
    assert all(found[code, "2025/26"]["numerator"] is not None for code in codes)
    assert table != "Missing" or found["33-incidents", "2025/26"]["numerator"] == 0
    assert f"needs the {table} file" not in notes
    assert "left blank for periods" not in notes


def test_a_whole_return_leaves_nothing_out(counted):
    found, notes = counted()
    assert {code for codes in TOLD_BY.values() for code in codes} <= {code for code, _ in found}
    assert "file of the children looked after return" not in notes
    assert "left blank for periods" not in notes


def test_an_xml_gives_every_table_with_a_row_or_without(tmp_path, capsys):
    path = tmp_path / "903.xml"
    path.write_text(XML)
    found, notes = printed(capsys, path)
    assert found["33", "2025/26"]["numerator"] == 0
    assert found["33", "2025/26"]["denominator"] == 1
    assert found["41", "2025/26"]["numerator"] == 0
    assert "file of the children looked after return" not in notes


def test_reviews_of_a_year_that_was_given_without_them_are_not_taken_as_missed_or_held():
    old = {"Episodes": [episode("1 May 2020")]}
    before = returned(old, left_out="Reviews")
    for held, in_time in ([], 0), (["30 Sep 2025", "30 Mar 2026"], 1), (["1 Oct 2025"], 0):
        now = returned({**old, "Reviews": [{"REVIEW": day(each)} for each in held]})
        found = of("35", LOOKED_AFTER, {LAST_YEAR: before, THIS_YEAR: now})
        (year,) = (f for f in found if (f.period, f.breakdown) == ("2025/26", "total"))
        assert (year.numerator, year.denominator) == (in_time, 1), held
