"""`goldenthread indicators`: what is printed, and what bad input is told."""

import json
from collections import defaultdict

import pytest

from goldenthread.engine.indicators import command
from goldenthread.engine.indicators.breakdowns import BREAKDOWNS
from goldenthread.engine.indicators.records import published
from goldenthread.engine.returns.synthesis import command as synthesise

KEYS = ["code", "period", "breakdown", "numerator", "denominator", "value", "unit"]


@pytest.fixture(scope="module")
def returned(tmp_path_factory):
    path = tmp_path_factory.mktemp("returns") / "cin.xml"
    synthesise.main(["cin", str(path), "--children", "300"])
    return path


@pytest.fixture(scope="module")
def last_year(returned):
    """The same children a year before: every date and the header's year, moved."""
    path = returned.with_name("last.xml")
    text = returned.read_text()
    for year in range(2000, 2028):
        text = text.replace(f">{year}", f">{year - 1}")
    path.write_text(text.replace("-02-29", "-02-28"))
    return path


def printed(capsys, *argv):
    status = command.main([str(arg) for arg in argv])
    out, err = capsys.readouterr()
    return status, out, err


@pytest.fixture(scope="module")
def figures(returned, last_year):
    from goldenthread.engine.indicators.opening import open_returns

    return list(open_returns([returned], [last_year]).figures())


def test_json_is_a_list_of_objects_with_seven_keys(capsys, returned):
    status, out, err = printed(capsys, returned, "--json")
    rows = json.loads(out)
    assert status == 0
    assert rows
    assert {tuple(row) for row in rows} == {tuple(KEYS)}
    assert {"year", "quarter", "month"} <= {kind(row["period"]) for row in rows}
    assert "Not computed: 23" in err


def kind(period):
    return "year" if len(period) == 7 else "quarter" if period.startswith("Q") else "month"


def test_a_person_reads_the_year_and_what_was_not_computed(capsys, returned):
    status, out, _ = printed(capsys, returned)
    assert status == 0
    assert "Assessments completed within 45 working days" in out
    assert "rates are left blank for 2025/26: give the population of mid-2025" in out
    assert "2, 2-children are left blank for 2025/26: give the return of 2024/25" in out
    assert "not withheld" in out


def test_rates_are_worked_out_from_the_population_given(capsys, returned, tmp_path):
    path = tmp_path / "populations.csv"
    path.write_text("year,population,vintage\n2025,50000,mid-2025 as of June 2026\n")
    _, out, err = printed(capsys, returned, "--json", "--populations", path)
    row = next(
        row
        for row in json.loads(out)
        if [row["code"], row["period"], row["breakdown"]] == ["1", "2025/26", "total"]
    )
    assert row["denominator"] == 50_000
    assert row["value"] == pytest.approx(row["numerator"] / 5, abs=0.06)
    assert "mid-2025 as of June 2026" in err


def test_breakdowns_add_up_to_the_total_of_every_figure(figures):
    totals, sums = {}, defaultdict(int)
    for each in figures:
        if each.numerator is None:
            continue
        at = (each.code, each.period)
        if each.breakdown == "total":
            totals[at] = each.numerator
        elif (name := each.breakdown.split(":")[0]) in BREAKDOWNS:
            sums[*at, name] += each.numerator
    assert len(sums) > 1000
    assert {key: totals[key[:2]] for key in sums} == dict(sums)


def test_months_of_events_add_up_to_quarters_and_years(figures):
    events = {
        c for c, each in published().items() if each.counts == "events" and "in the" in each.basis
    }
    months, years = defaultdict(int), {}
    for each in figures:
        if each.code in events and each.breakdown == "total" and each.code != "2":
            if kind(each.period) == "year":
                years[each.code, each.period] = each.numerator
            elif " to " not in each.period and not each.period.startswith("Q"):
                number, year = each.period.split()
                ends = int(year) + (number not in ("January", "February", "March"))
                months[each.code, f"{ends - 1}/{ends % 100:02}"] += each.numerator
    assert sum(years.values()) > 100
    assert years == dict(months)


def test_twelve_months_that_end_in_march_are_the_year(figures):
    rolling = {
        (each.code, each.breakdown): each
        for each in figures
        if each.period == "April 2025 to March 2026"
    }
    year = [each for each in figures if each.period == "2025/26"]
    assert year
    for each in year:
        same = rolling[each.code, each.breakdown]
        assert (same.numerator, same.denominator) == (each.numerator, each.denominator)


def test_re_referrals_are_told_when_the_year_before_is_given(figures):
    year = {
        each.period: each.numerator
        for each in figures
        if each.code == "2" and each.breakdown == "total" and kind(each.period) == "year"
    }
    assert year["2024/25"] is None
    assert year["2025/26"] > 0


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "the file is empty"),
        ("<Message><Header>", "stops at line 1"),
        ("<Other/>", "begins with <Other>"),
        ("CHILD,DOB\n1,2\n", "the headings are those of no table"),
    ],
)
def test_a_file_that_is_no_census_is_refused_in_words(capsys, tmp_path, content, says):
    path = tmp_path / "odd.xml"
    path.write_text(content)
    status, out, err = printed(capsys, path)
    assert (status, out) == (2, "")
    assert says in err
    assert "odd.xml" in err


def test_two_returns_of_one_year_are_refused(capsys, returned):
    status, _, err = printed(capsys, returned, "--last-year", returned)
    assert status == 2
    assert "both returns for 2025/26" in err


def test_returns_of_two_councils_are_refused(capsys, returned, last_year, tmp_path):
    other = tmp_path / "other.xml"
    other.write_text(last_year.read_text().replace("<LEA>201</LEA>", "<LEA>382</LEA>"))
    status, _, err = printed(capsys, returned, "--last-year", other)
    assert status == 2
    assert "different councils" in err


def test_last_years_looked_after_return_alone_is_refused(capsys, returned, tmp_path):
    path = tmp_path / "episodes.csv"
    path.write_text("CHILD,DECOM\n1,01/04/2024\n")
    status, _, err = printed(capsys, returned, "--last-year", path)
    assert status == 2
    assert "episodes.csv: it is no children in need return" in err


@pytest.fixture
def three_years(tmp_path):
    """The return of a child in one placement since 2022, of each year: a folder each."""
    folders = []
    for year in (2023, 2024, 2025):
        folder = tmp_path / str(year)
        folder.mkdir()
        (folder / "header.csv").write_text(
            "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nc1,F,01/02/2015,WBRI,UN1,,\n"
        )
        (folder / "episodes.csv").write_text(
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
            "c1,01/05/2022,S,C2,N1,U4,PR1,,,,,,\n"
        )
        (folder / "reviews.csv").write_text(
            f"CHILD,DOB,REVIEW,REVIEW_CODE\nc1,01/02/2015,01/06/{year},PN1\n"
        )
        folders.append([folder / f"{name}.csv" for name in ("header", "episodes", "reviews")])
    return folders


def test_looked_after_returns_of_several_years_may_be_given_each_in_its_folder(capsys, three_years):
    oldest, last, now = three_years
    status, out, err = printed(capsys, *now, "--last-year", *oldest, *last, "--json")
    assert status == 0, err
    found = {
        row["period"]: (row["numerator"], row["denominator"])
        for row in json.loads(out)
        if (row["code"], row["breakdown"]) == ("30", "total")
    }
    assert found["2024/25"] == (1, 1), "since 2022: for two and a half years by 31 March 2025"
    assert found["2025/26"] == (1, 1)
    assert "left blank for 2023/24: give the return of 2022/23 with --last-year" in err


def test_two_looked_after_returns_of_one_year_are_refused(capsys, three_years):
    _, last, now = three_years
    again = [path.parent.parent / "again" / path.name for path in last]
    again[0].parent.mkdir()
    for path, copy in zip(last, again, strict=True):
        copy.write_text(path.read_text())
    status, _, err = printed(capsys, *now, "--last-year", *last, *again)
    assert status == 2
    assert "Two children looked after returns are for 2024/25" in err


def test_a_return_without_a_child_is_not_counted_as_nobody(capsys, tmp_path):
    path = tmp_path / "empty.xml"
    path.write_text(
        "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>"
        "<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails></Header></Message>"
    )
    status, out, err = printed(capsys, path, "--json")
    assert (status, out) == (2, "")
    assert "holds a header but no child" in err


def test_a_missing_file_is_named(capsys, tmp_path):
    status, _, err = printed(capsys, tmp_path / "none.xml")
    assert status == 2
    assert "none.xml" in err


def test_journeys_are_written_as_tables_and_a_picture(capsys, returned, tmp_path):
    folder = tmp_path / "journeys"
    status, out, _ = printed(capsys, returned, "--journeys", folder)
    assert status == 0
    assert "flows.csv" in out
    written = {path.name for path in folder.iterdir()}
    assert written == {"flows.csv", "drift.csv", "re_entry.csv", "journey.svg"}
    assert "Referral,Section 47 enquiry," in (folder / "flows.csv").read_text()


def test_a_folder_that_cannot_be_written_is_named(capsys, returned):
    status, _, err = printed(capsys, returned, "--journeys", "/proc/none")
    assert status == 2
    assert "/proc/none: it cannot be written" in err


def test_a_looked_after_return_without_episodes_is_not_counted_as_nobody(capsys, tmp_path):
    synthesise.main(["903", str(tmp_path / "903"), "--children", "20"])
    (tmp_path / "903" / "Episodes.csv").unlink()
    capsys.readouterr()
    status, out, err = printed(capsys, tmp_path / "903")
    assert (status, out) == (2, "")
    assert "holds no Episodes" in err
