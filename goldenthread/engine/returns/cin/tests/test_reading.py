"""All spellings of a census give the same tables; what is hostile or broken is refused in words."""

import re
from pathlib import Path

import pytest

from goldenthread.engine.returns import xml
from goldenthread.engine.returns.cin.reading import Reading, read
from goldenthread.engine.returns.refusals import CannotRead

PLAN = """<CINdetails><CINreferralDate>2025-05-01</CINreferralDate><ReferralNFA>0</ReferralNFA>
<ChildProtectionPlans><CPPstartDate>2025-06-01</CPPstartDate>{reviews}</ChildProtectionPlans></CINdetails>"""
ONE_WRAPPER = "<Reviews><CPPreviewDate>2025-08-01</CPPreviewDate><CPPreviewDate>2025-12-01</CPPreviewDate></Reviews>"
TWO_WRAPPERS = (
    "<Reviews><CPPreviewDate>2025-08-01</CPPreviewDate></Reviews>"
    "<Reviews><CPPreviewDate>2025-12-01</CPPreviewDate></Reviews><Reviews/>"
)


def census(inside: str = "", before: str = "") -> str:
    return f"""{before}<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>
<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>382</LEA></Source></Header>
<Children><Child><ChildIdentifiers><LAchildID>c1</LAchildID><Sex>F</Sex></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>LD</Disability>
<Disability>AUT</Disability></Disabilities></ChildCharacteristics>{inside}</Child></Children></Message>"""


@pytest.fixture
def written(tmp_path: Path):
    def write(text: str, encoding: str = "utf-8") -> Reading:
        path = tmp_path / "return.xml"
        path.write_bytes(text.encode(encoding))
        return read(path)

    return write


def test_every_value_lands_in_its_table_with_its_keys(written):
    tables = written(census(PLAN.format(reviews=ONE_WRAPPER))).tables
    assert tables["Header"].row(0)[:3] == ("CIN", "2026", "2026-03-31")
    assert tables["Disabilities"].rows() == [("c1", "LD"), ("c1", "AUT")]
    assert tables["CINdetails"]["CINdetailsID"].to_list() == ["1"]
    assert tables["Reviews"].rows() == [
        ("c1", "1", "1", "2025-08-01"),
        ("c1", "1", "1", "2025-12-01"),
    ]


@pytest.mark.parametrize(
    "reviews",
    [
        TWO_WRAPPERS,
        ONE_WRAPPER.replace("<Reviews>", "<Reviews> stray "),
        ONE_WRAPPER.replace("2025-08-01", "\n 2025-08-01 "),
    ],
)
def test_however_reviews_are_wrapped_every_date_is_kept(written, reviews):
    usual = written(census(PLAN.format(reviews=ONE_WRAPPER))).tables
    assert written(census(PLAN.format(reviews=reviews))).tables["Reviews"].equals(usual["Reviews"])


@pytest.mark.parametrize(
    ("encoding", "before"),
    [
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-16", '<?xml version="1.0" encoding="UTF-16"?>'),
        ("cp1252", '<?xml version="1.0" encoding="windows-1252"?>'),
    ],
)
def test_the_encoding_makes_no_difference(written, encoding, before):
    usual = written(census()).tables
    for table, frame in written(census(before=before), encoding).tables.items():
        assert frame.equals(usual[table])


def test_a_review_without_its_date_is_a_review_and_an_empty_code_is_none(written):
    reviews = "<Reviews><CPPreviewDate/></Reviews>"
    tables = written(census(PLAN.format(reviews=reviews)).replace("LD", "")).tables
    assert tables["Reviews"]["CPPreviewDate"].to_list() == [None]
    assert tables["Disabilities"]["Disability"].to_list() == ["AUT"]


def test_an_element_of_another_edition_is_counted_not_lost_in_silence(written):
    inside = "<CINdetails><PreProceedings><LBPSentDate>2025-05-01</LBPSentDate></PreProceedings></CINdetails>"
    assert written(census(inside)).unknown == {"LBPSentDate": 1, "PreProceedings": 1}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (census()[:300], "stops at line"),
        ('<!DOCTYPE a [<!ENTITY b "c">]>' + census(), "document type"),
        (census("<a>" * 40 + "</a>" * 40), "more than 32 deep"),
        (census("<CINdetails></Child>"), "not well-formed"),
        (census(" & "), "does not belong"),
        ("<Other/>", "begins with <Other>"),
        ("<Message/>", "no header and no child"),
        ("", "stops at line 1"),
    ],
)
def test_a_broken_or_hostile_file_is_refused_in_words(written, text, says):
    with pytest.raises(CannotRead, match=says):
        written(text)


def test_bytes_that_are_not_of_the_encoding_are_placed(tmp_path):
    path = tmp_path / "mixed.xml"
    path.write_bytes(census().encode().replace(b"WBRI", b"WB\xe9I"))
    with pytest.raises(CannotRead, match="mixed.xml: line 4, column"):
        read(path)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("declared", ["UTF-8", "UTF-16"])
def test_utf_16_is_read_whatever_the_file_declares(written, encoding, declared):
    declaration = f'<?xml version="1.0" encoding="{declared}"?>'
    tables = written(census(before=declaration), encoding).tables
    assert tables["ChildIdentifiers"]["LAchildID"].to_list() == ["c1"]


@pytest.mark.parametrize("declared", ["klingon", "utf-7"])
def test_an_encoding_that_is_not_known_is_refused_in_words(written, declared):
    with pytest.raises(CannotRead, match="declares an encoding that is not read"):
        written(census(before=f'<?xml version="1.0" encoding="{declared}"?>'))


def test_a_prefix_on_every_element_changes_nothing(written):
    prefixed = census().replace("</", "</c:").replace("<M", "<c:M", 1)
    prefixed = re.sub(r"<(?=[A-Z])", "<c:", prefixed)
    assert written(prefixed).tables["Disabilities"].height == 2


def test_rows_outside_any_child_are_refused_not_lost(written):
    with pytest.raises(CannotRead, match="4 rows about children outside any <Child>"):
        written(census().replace("<Child>", "<Kid>").replace("</Child>", "</Kid>"))


def test_a_text_without_end_is_refused(written):
    with pytest.raises(CannotRead, match="more than 1,000,000 bytes, which no return has"):
        written(census("<Odd>" + "x\n" * 800_000 + "</Odd>"))


def test_a_child_without_end_is_refused(written):
    episodes = "<CINdetails><ReferralNFA>0</ReferralNFA></CINdetails>" * 30_000
    with pytest.raises(CannotRead, match="in what is known of one child, of more than"):
        written(census(episodes))


def test_an_id_that_would_fill_the_memory_is_refused(written):
    with pytest.raises(CannotRead, match="an LAchildID is longer than 1,000 letters"):
        written(census().replace("c1", "c" * 1_001))


@pytest.mark.parametrize("depth", [40, 300_000])
def test_an_element_that_is_opened_over_and_over_is_refused(written, depth):
    for inside in ("<a>" * depth, "</Child></Children>" + "<a>" * depth):
        with pytest.raises(CannotRead, match="32 deep|1,000,000 bytes|not well-formed|stops at"):
            written(census(inside))


def test_a_child_inside_a_child_is_refused_not_mixed_with_it(written):
    inside = "<Child><ChildIdentifiers><LAchildID>c2</LAchildID></ChildIdentifiers></Child>"
    with pytest.raises(CannotRead, match="a <Child> inside a <Child>"):
        written(census(inside))


@pytest.mark.parametrize("blocks", [1, 7, 64, 1 << 18])
def test_where_a_block_of_the_file_ends_makes_no_difference(written, monkeypatch, blocks):
    text = census(PLAN.format(reviews=TWO_WRAPPERS)).replace("<Sex>F", "<Odd/><Sex>F")
    text = text.replace("</Child>", "</Child>" + "<Child><CINdetails/></Child>" * 3)
    usual = written(text)
    monkeypatch.setattr(xml, "BLOCK", blocks)
    again = written(text)
    assert all(frame.equals(usual.tables[table]) for table, frame in again.tables.items())
    assert again.unknown == usual.unknown


def test_a_header_without_a_child_is_refused_for_it_would_look_clean(written):
    no_child = re.sub(r"<Child>.*</Child>", "", census(), flags=re.DOTALL)
    for children in (no_child, no_child.replace("<Children>", "<Children><Child/>")):
        with pytest.raises(CannotRead, match="a header but no child. See that the export took"):
            written(children)


def test_a_field_given_twice_is_said_with_its_row(written):
    twice = PLAN.replace("<ReferralNFA>0", "<ReferralNFA>1</ReferralNFA><ReferralNFA>0")
    dates = twice.replace("<CPPstartDate>", "<CPPstartDate>2025-05-30</CPPstartDate><CPPstartDate>")
    inside = PLAN.format(reviews="") + dates.format(reviews="")
    reading = written(census(inside))
    assert reading.tables["ChildProtectionPlans"]["CPPstartDate"].to_list() == ["2025-06-01"] * 2
    assert reading.twice == {
        ("ChildProtectionPlans", "CPPstartDate"): [1],
        ("CINdetails", "ReferralNFA"): [1],
    }


def test_a_field_given_once_in_each_of_two_episodes_is_not_given_twice(written):
    assert written(census(PLAN.format(reviews="") * 2)).twice == {}


def test_an_id_repeated_in_every_group_changes_nothing(written):
    again = census().replace("<Ethnicity>", "<LAchildID>c1</LAchildID><Ethnicity>")
    reading = written(again)
    assert reading.unknown == {}
    assert reading.tables["ChildCharacteristics"].rows() == [("c1", "WBRI")]


def test_a_value_with_elements_in_it_is_left_out_and_said(written):
    odd = census().replace("<Sex>F</Sex>", "<Sex>F<b>x</b></Sex>")
    assert written(odd).unknown == {"Sex": 1, "b": 1}


def test_a_row_whose_fields_are_empty_is_a_row_and_one_without_fields_is_not(written):
    inside = "<CINdetails><Assessments><AssessmentActualStartDate/></Assessments><Assessments/></CINdetails>"
    reading = written(census(inside + "<CINdetails/>"))
    assert reading.tables["Assessments"].rows() == [("c1", "1", "1", None, None, None)]
    assert reading.tables["CINdetails"].height == 1
    assert reading.hollow == {"Assessments": 1, "CINdetails": 1}


def test_a_child_without_characteristics_has_an_empty_row_of_them_for_the_rules_to_find(written):
    empty = re.sub(
        "<ChildCharacteristics>.*</ChildCharacteristics>",
        "<ChildCharacteristics/>",
        census(),
        flags=re.DOTALL,
    )
    assert written(empty).tables["ChildCharacteristics"].rows() == [("c1", None)]
