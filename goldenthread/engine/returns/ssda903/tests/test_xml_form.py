"""The XML of a return gives the tables that its CSV files would."""

from pathlib import Path

import pytest

from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.ssda903.opening import open_return
from goldenthread.engine.returns.ssda903.tests.returns import EPISODE, HEADER, write

WHOLE = """<EXPSSDA903><CHILD><HEADER><CHILDID>c1</CHILDID><UPN></UPN><SEX>F</SEX><DOB>2010-02-01</DOB>
<ETHNIC>WBRI</ETHNIC><UASC>1</UASC><DUC>2028-02-01</DUC>
<AREVIEW><REVIEW>2025-05-20</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
<AREVIEW><REVIEW>2025-05-28</REVIEW><REVIEW_CODE>PN2</REVIEW_CODE></AREVIEW>
<MOTHER>0</MOTHER><PERMANENCE><PREV_PERM>Z1</PREV_PERM></PERMANENCE>
<AMISSING><MISSING>M</MISSING><MIS_START>2025-05-02</MIS_START></AMISSING>
<AD_PLACED><DATE_PLACED>2025-05-03</DATE_PLACED></AD_PLACED>
<OC2><SDQ_SCORE>12</SDQ_SCORE></OC2><IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>B1</ACCOM>
<DATE_INT>2025-05-03</DATE_INT></HEADER>
<EPISODE><DECOM>2025-05-01</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U1</PL>
<PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC>2025-06-03</DEC><REC>E4A</REC></EPISODE></CHILD></EXPSSDA903>"""


@pytest.fixture
def xml(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "903.xml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_every_part_of_a_child_lands_in_its_table(xml):
    tables = open_return([xml(WHOLE)]).tables
    held = {table: frame.height for table, frame in tables.items() if frame.height}
    assert held == {
        "Header": 1, "Episodes": 1, "UASC": 1, "Reviews": 2, "Missing": 1, "OC2": 1, "OC3": 1,
        "AD1": 1, "PlacedAdoption": 1, "PrevPerm": 1,
    }  # fmt: skip
    assert {frame["CHILD"][0] for frame in tables.values() if frame.height} == {"c1"}


def test_the_xml_and_the_csvs_of_a_child_are_the_same(xml, tmp_path):
    by_xml = open_return([xml(WHOLE)]).tables
    by_csv = open_return(write(tmp_path, Header=[HEADER], Episodes=[EPISODE])).tables
    assert by_xml["Header"].equals(by_csv["Header"])
    assert by_xml["Episodes"].equals(by_csv["Episodes"])


def test_a_child_without_an_id_and_a_child_given_twice_are_flaws(xml):
    def found(text: str) -> set[tuple[str, str]]:
        flaws = open_return([xml(text)]).flaws
        return {(flaw.rule.code, table) for flaw in flaws for table in flaw.rows}

    child = WHOLE.removeprefix("<EXPSSDA903>").removesuffix("</EXPSSDA903>")
    held = {table for table, frame in open_return([xml(WHOLE)]).tables.items() if frame.height}
    before = found(WHOLE)
    twice = found(f"<EXPSSDA903>{child}{child}</EXPSSDA903>")
    assert twice - before == {("REPEATED", table) for table in held}
    nobody = found(WHOLE.replace("<CHILDID>c1</CHILDID>", "<CHILDID/>"))
    assert nobody - before == {("NAMELESS", table) for table in held}


def test_a_child_who_sought_no_asylum_and_was_not_adopted_has_no_such_row(xml):
    plain = WHOLE.replace("<UASC>1", "<UASC>0").replace("<DATE_INT>2025-05-03</DATE_INT>", "")
    tables = open_return([xml(plain)]).tables
    assert (tables["UASC"].height, tables["AD1"].height) == (0, 0)


SPELLS = [("SW01", "2025-04-01", "2025-05-20", "LEFTRL"), ("SW02", "2025-05-20", None, None)]
NAMES = ("SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON")
OTHERS = ("SocialWorkerID", "Social_Worker_Start_Date", "sw_dec", "SocialWorkerChangeReason")


def spells(names: tuple[str, ...], around: str) -> str:
    rows = (
        "".join(f"<{name}>{value or ''}</{name}>" for name, value in zip(names, spell, strict=True))
        for spell in SPELLS
    )
    return "".join(f"<{around}>{row}</{around}>" if around else row for row in rows)


@pytest.mark.parametrize("before", ["<MOTHER>", "</HEADER>", "<EPISODE>", "</CHILD>"])
@pytest.mark.parametrize("around", ["SWEPISODE", "SOCIAL_WORKER", ""])
@pytest.mark.parametrize("names", [NAMES, OTHERS], ids=["the return's names", "other names"])
def test_social_workers_are_read_however_they_stand_and_are_spelt(xml, before, around, names):
    opened = open_return([xml(WHOLE.replace(before, spells(names, around) + before, 1))])
    read = opened.tables["SWEpisodes"]
    assert read["CHILD"].to_list() == ["c1", "c1"]
    assert [
        tuple(None if value is None else str(value) for value in row)
        for row in read.select(NAMES).iter_rows()
    ] == SPELLS
    assert not any("left out" in note for note in opened.notes)
    assert opened.tables["Header"]["ETHNIC"].to_list() == ["WBRI"]


def test_a_value_in_a_place_where_it_would_be_lost_is_counted(xml):
    odd = WHOLE.replace("<MOTHER>", "<REVIEW>2025-06-01</REVIEW><MOTHER>")
    opened = open_return([xml(odd)])
    assert any("<REVIEW> is not part of the return" in note for note in opened.notes)


def test_rows_outside_any_child_are_refused(xml):
    lost = WHOLE.replace(
        "</EXPSSDA903>", "<EPISODE><DECOM>2025-05-01</DECOM></EPISODE></EXPSSDA903>"
    )
    with pytest.raises(CannotRead, match="1 rows outside any <CHILD>"):
        open_return([xml(lost)])


def test_what_is_not_of_the_return_is_counted(xml):
    odd = WHOLE.replace("<MOTHER>", "<TEAM>East</TEAM><MOTHER>")
    assert any("<TEAM> is not part of the return" in n for n in open_return([xml(odd)]).notes)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (WHOLE[:300], "the file stops at line"),
        ("<Message/>", "begins with <Message>"),
        ("<EXPSSDA903></EXPSSDA903>", "it holds no child"),
        ('<!DOCTYPE x [<!ENTITY a "b">]>' + WHOLE, "declares a document type"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(xml, text, said):
    with pytest.raises(CannotRead, match=said):
        open_return([xml(text)])
