"""What is wrong with a census is told beside its figures, and so is that it is another's."""

import json
import re

import pytest

from goldenthread.engine.indicators import command
from goldenthread.engine.returns.check import command as check
from goldenthread.engine.returns.synthesis import command as synthesise

DAY = re.compile(r"<CINreferralDate>(\d{4})-(\d\d)-(\d\d)</CINreferralDate>")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("censuses") / "cin.xml"
    synthesise.main(["cin", str(path), "--children", "120"])
    return path.read_text()


@pytest.fixture
def census(tmp_path):
    def written(text, name="cin.xml"):
        (tmp_path / name).write_text(text)
        return str(tmp_path / name)

    return written


def year_before(text):
    """The same children a year before: every date and the header's year, moved."""
    for year in range(2000, 2028):
        text = text.replace(f">{year}", f">{year - 1}")
    return text.replace("-02-29", "-02-28")


def american(text):
    """Referral dates as an American spreadsheet writes them."""
    return DAY.sub(r"<CINreferralDate>\2/\3/\1</CINreferralDate>", text)


def misspelt(text):
    return text.replace("LAchildID>", "LAChildID>")


def told(capsys, *argv):
    assert command.main([*argv, "--json"]) == 0
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [(american, "CINreferralDate: "), (misspelt, "rows name no child")],
)
def test_what_a_check_notes_of_a_census_stands_beside_its_figures(
    capsys, census, whole, spoilt, says
):
    path = census(spoilt(whole))
    check.main([path, "--json"])
    notes = json.loads(capsys.readouterr().out)["notes"]
    assert any(says in note for note in notes)
    err = told(capsys, path)
    assert [note for note in notes if f"Note: {note}\n" not in err] == []


def test_of_several_returns_a_note_names_the_one_that_it_is_of(capsys, census, whole):
    old = census(american(year_before(whole)), "old.xml")
    err = told(capsys, census(whole), "--last-year", old)
    assert re.search(
        r"Note: old\.xml, 2024/25: CINdetails, CINreferralDate: \d+ values cannot be read", err
    )
    assert "cin.xml, 2025/26:" not in err


def test_a_field_given_twice_is_told_beside_the_figures(capsys, census, whole):
    extra = "<CINreferralDate>2025-05-05</CINreferralDate>"
    path = census(DAY.sub(lambda found: found[0] + extra, whole, count=1))
    err = told(capsys, path)
    assert "CINdetails, CINreferralDate: given more than once in 1 row: the last was taken" in err


def test_last_years_return_of_other_children_is_said_to_be_so(capsys, census, whole):
    other = (
        year_before(whole).replace("<LAchildID>GT", "<LAchildID>NEW").replace("<LEA>201</LEA>", "")
    )
    err = told(capsys, census(whole), "--last-year", census(other, "other.xml"))
    assert "No child of the return of 2024/25 is in that of 2025/26" in err
    assert "re-referrals of 2025/26, and all else that looks back, are told too low" in err


def test_a_few_ids_in_common_by_chance_are_said_to_be_few(capsys, census, whole):
    other = year_before(whole).replace("<LAchildID>GT0000", "<LAchildID>NEW")
    other = other.replace("<LAchildID>NEW0007<", "<LAchildID>GT00000007<")
    err = told(capsys, census(whole), "--last-year", census(other, "other.xml"))
    assert "Only 1 of 120 children of the return of 2024/25 is in that of 2025/26" in err


def test_the_same_councils_returns_are_not_doubted(capsys, census, whole):
    err = told(capsys, census(whole), "--last-year", census(year_before(whole), "old.xml"))
    assert "in that of 2025/26" not in err
