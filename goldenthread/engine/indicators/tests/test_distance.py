"""How far from home, by hand: 31, and the postcode directory that it needs."""

import pytest

from goldenthread.engine.indicators.collection import LOOKED_AFTER
from goldenthread.engine.indicators.looked_after import places
from goldenthread.engine.indicators.looked_after.stacking import PLACES
from goldenthread.engine.indicators.tests.cared_for import episode, returned
from goldenthread.engine.indicators.tests.worked import THIS_YEAR, of
from goldenthread.engine.returns.refusals import CannotRead

# 32,266 metres are 20.0497 miles, told as 20.0; one more are 20.0503, told as 20.1.
DIRECTORY = """pcd,pcds,oseast1m,osnrth1m
CD1 1AA,CD1 1AA,400000,400000
CD1 1AB,CD1 1AB,432266,400000
CD1 1AC,CD1 1AC,400000,432267
CD1 1AD,CD1 1AD,,
BT1 1AA,BT1 1AA,146000,530000
CD1 1AE,CD1 1AE,423000,423000
ZZ9 9ZZ,ZZ9 9ZZ,1,1
"""


@pytest.fixture
def directory(tmp_path):
    path = tmp_path / "ONSPD.csv"
    path.write_text(DIRECTORY)
    return path


def figures(code, directory, *rows):
    tables = returned({"Episodes": list(rows)})
    found = places.read(directory, places.wanted([tables]))
    told = of(code, LOOKED_AFTER, {THIS_YEAR: {**tables, PLACES: found}})
    return {
        each.period: (each.numerator, each.denominator)
        for each in told
        if each.breakdown == "total"
    }


def away(there, home="CD1 1AA", child="c1", **also):
    return episode("1 May 2025", HOME_POST=home, PL_POST=there, CHILD=child, **also)


@pytest.mark.parametrize(
    ("there", "home", "far", "unknown"),
    [
        ("CD1 1AA", "CD1 1AA", 0, 0),
        ("CD1 1AB", "CD1 1AA", 0, 0),
        ("CD1 1AC", "CD1 1AA", 1, 0),
        ("CD1 1AE", "CD1 1AA", 1, 0),
        (" cd11ac ", "cd1  1aa", 1, 0),
        ("CD1 1AD", "CD1 1AA", 0, 1),
        ("BT1 1AA", "CD1 1AA", 0, 1),
        ("XX1 1XX", "CD1 1AA", 0, 1),
        (None, "CD1 1AA", 0, 1),
        ("CD1 1AC", None, 0, 1),
    ],
)
def test_over_twenty_miles_in_a_straight_line_is_far(directory, there, home, far, unknown):
    known = away("CD1 1AA", child="another")
    asked = (directory, away(there, home), known)
    assert figures("31", *asked)["2025/26"] == (far, 2)
    assert figures("31-unknown", *asked)["2025/26"] == (unknown, 2)


def test_distance_is_told_of_the_placement_at_each_months_end(directory):
    rows = (
        away("CD1 1AC", DEC=episode("10 Jul 2025")["DECOM"]),
        away("CD1 1AA", RNE="P", DECOM=episode("10 Jul 2025")["DECOM"]),
        away("CD1 1AC", child="short breaks", LS="V4"),
    )
    found = figures("31", directory, *rows)
    assert found["April 2025"] == (0, 0)
    assert found["June 2025"] == (1, 1)
    assert found["July 2025"] == (0, 1)
    assert found["2025/26"] == (0, 1)


def test_a_year_without_episodes_names_no_postcode():
    assert places.wanted([returned({}, left_out="Episodes")]) == set()


@pytest.mark.parametrize(
    "headings",
    [
        "pcd7,pcd8,pcds,east1m,north1m",
        "x,y,Postcode,Easting,Northing",
        "a,b,PCDS,OSEAST1M,OSNRTH1M",
    ],
)
def test_the_directory_is_known_by_the_names_of_its_issues(tmp_path, headings):
    path = tmp_path / "places.csv"
    path.write_text(f"{headings}\nCD11AA,CD1 1AA,CD1 1AA,400000,400000\n")
    found = places.read(path, ["cd1 1aa"])
    assert found.rows() == [("CD11AA", 400000, 400000)]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("Town,Easting,Northing\nx,1,2\n", "no column called pcds, pcd2"),
        ("pcds,Town\nCD1 1AA,x\n", "no column called oseast1m"),
        ("pcds,oseast1m,osnrth1m\nAB1 1AB,1,2\n", "none of the postcodes of the return"),
        ("<a/>", "directory is a CSV file"),
        ('pcds,oseast1m,osnrth1m\n"CD1 1AA,1,2\n', "cannot be read"),
    ],
)
def test_a_file_that_is_no_directory_is_refused_in_words(tmp_path, content, says):
    path = tmp_path / "odd.csv"
    path.write_text(content)
    with pytest.raises(CannotRead, match=says) as refusal:
        places.read(path, ["CD1 1AA"])
    assert "odd.csv" in str(refusal.value)
