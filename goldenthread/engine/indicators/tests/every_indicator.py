"""Returns in which every indicator has something to count: invented children, and hard cases beside them."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import polars as pl

from goldenthread.engine.indicators.opening import open_returns
from goldenthread.engine.indicators.tests.cared_for import episode, returned
from goldenthread.engine.indicators.tests.worked import THIS_YEAR, apart, census_of, day
from goldenthread.engine.returns.synthesis import command as synthesise

BY_HAND = {
    "CINdetails": [
        {"CINreferralDate": day("1 May 2025"), "ReferralNFA": False},
        {"CINreferralDate": day("1 May 2025"), "CINdetailsID": "e2", "ReferralNFA": False},
        {"CINreferralDate": day("1 Jun 2025"), "CINdetailsID": "e3", "ReferralNFA": True},
        {"CINreferralDate": None, "CINdetailsID": "e4"},
        {
            "LAchildID": None,
            "CINreferralDate": day("29 Feb 2024"),
            "DateOfInitialCPC": day("2 Jun 2025"),
        },
    ],
    "Assessments": apart(
        "Assessments",
        {"AssessmentActualStartDate": day("1 May 2025"), "AssessmentAuthorisationDate": None},
        {"AssessmentActualStartDate": None, "AssessmentAuthorisationDate": day("1 May 2025")},
        {"AssessmentActualStartDate": day("2 May 1999"), "AssessmentAuthorisationDate": None},
    ),
    "ChildProtectionPlans": apart(
        "ChildProtectionPlans",
        {"CPPstartDate": day("29 Feb 2024"), "CPPendDate": day("28 Feb 2026")},
        {"CPPstartDate": day("1 Apr 2023"), "CPPendDate": None},
    ),
    "Reviews": [{"CPPreviewDate": day("2 Jun 2025"), "CPPID": "CPPID 1"}],
}

CARE_BY_HAND = {
    "Header": [{"DOB": day("29 Feb 2012"), "SEX": "F"}],
    "Episodes": [
        episode("1 Jun 2018", "1 Jun 2025"),
        episode("1 Jun 2025", "9 Jun 2025", RNE="P", PLACE="T1", URN=None),
        episode("9 Jun 2025", RNE="P"),
        episode("1 Jun 2018", CHILD="short breaks", LS="V4"),
        episode("1 Jun 2025", CHILD="not in the header", RNE="L", PLACE=None),
    ],
    "Missing": [{"MISSING": "M", "MIS_START": day("31 Mar 2026"), "CHILD": "short breaks"}],
    "Reviews": [{"REVIEW": day("1 Sep 2025")}, {"REVIEW": day("28 Feb 2026")}],
}


def censuses(folder: Path) -> dict[int, Any]:
    """Two years of children in need, by the year in which each return ends."""
    path = folder / "cin.xml"
    synthesise.main(["cin", str(path), "--children", "150"])
    text = path.read_text()
    for year in range(2000, 2028):
        text = text.replace(f">{year}", f">{year - 1}")
    (folder / "last.xml").write_text(text.replace("-02-29", "-02-28"))
    (years,) = open_returns([path], [folder / "last.xml"]).returns.values()
    this, hard = years[THIS_YEAR].tables, census_of(THIS_YEAR, BY_HAND).tables
    both = {name: pl.concat([this[name], hard[name]]) for name in this}
    return {**years, THIS_YEAR: SimpleNamespace(tables=both)}


def looked_after(folder: Path) -> dict[int, Any]:
    """Two years of children looked after, by the year in which each return ends."""
    now, before = folder / "903", folder / "903-last"
    synthesise.main(["903", str(now), "--children", "250", "--last-year", str(before)])
    (years,) = open_returns(
        sorted(now.glob("*.csv")), sorted(before.glob("*.csv"))
    ).returns.values()
    hard = returned(CARE_BY_HAND)
    both = {name: pl.concat([table, hard[name]]) for name, table in years[THIS_YEAR].items()}
    return {**years, THIS_YEAR: both}
