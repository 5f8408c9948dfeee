"""The year that a census is counted as is that of its own header, or it is refused."""

from datetime import date

import pytest

from goldenthread.engine.indicators.opening import open_returns
from goldenthread.engine.returns.refusals import CannotRead

HEADER = "<Collection>CIN</Collection>"
CHILD = """<Child><ChildIdentifiers><LAchildID>1</LAchildID></ChildIdentifiers><CINdetails>
<CINreferralDate>{day}</CINreferralDate></CINdetails></Child>"""


def census(tmp_path, *header, day="2025-05-01"):
    path = tmp_path / "cin.xml"
    told = "".join(header)
    path.write_text(
        f"<Message><Header><CollectionDetails>{HEADER}{told}</CollectionDetails></Header>"
        f"<Children>{CHILD.format(day=day)}</Children></Message>"
    )
    return path


def year(text):
    return f"<Year>{text}</Year>"


def dated(day):
    return f"<ReferenceDate>{day}</ReferenceDate>"


@pytest.mark.parametrize(
    ("header", "ends"),
    [
        ((year(2026), dated("2026-03-31")), 2026),
        ((year(2025), dated("2025-03-31")), 2025),
        ((year(2025),), 2025),
        ((year(2025), dated("soon")), 2025),
    ],
)
def test_a_census_is_counted_as_the_year_of_its_header(tmp_path, header, ends):
    opened = open_returns([census(tmp_path, *header, day=f"{ends - 1}-05-01")], [])
    assert [list(years) for years in opened.returns.values()] == [[ends]]
    assert not [note for note in opened.told if "is counted as" in note]


@pytest.mark.parametrize("bad", ["", year(""), year("20 26"), year("26"), year("2025/26")])
def test_a_year_taken_from_the_reference_date_alone_is_said(tmp_path, bad):
    opened = open_returns([census(tmp_path, bad, dated("2025-03-31"), day="2024-05-01")], [])
    assert [list(years) for years in opened.returns.values()] == [[2025]]
    assert opened.told[0] == (
        "cin.xml is counted as 2024/25 by its reference date, 31 March 2025: its header gives no "
        "year that can be read"
    )


@pytest.mark.parametrize(
    "header", [(), (year(""),), (year("26"),), (year("twenty"), dated("31 Mar"))]
)
def test_a_census_that_says_no_year_is_refused(tmp_path, header):
    with pytest.raises(CannotRead, match=r"cin\.xml: its header gives neither a year nor"):
        open_returns([census(tmp_path, *header)], [])


@pytest.mark.parametrize("day", [date(2025, 3, 31), date(2026, 4, 1)])
def test_a_year_and_a_reference_date_that_differ_are_refused(tmp_path, day):
    with pytest.raises(CannotRead, match="the year 2026 and the reference date"):
        open_returns([census(tmp_path, year(2026), dated(day))], [])


def test_a_year_in_which_nothing_happened_is_doubted(tmp_path):
    opened = open_returns([census(tmp_path, year(2062), day="2025-05-01")], [])
    assert "no referral or closure in it falls in that year" in " ".join(opened.notes())
