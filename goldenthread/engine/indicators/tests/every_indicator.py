"""Returns in which every indicator has something to count: invented children, and hard cases beside them."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import polars as pl

from goldenthread.engine.indicators.collection import ANNEX_A, DATASET
from goldenthread.engine.indicators.looked_after.places import as_kept, wanted
from goldenthread.engine.indicators.looked_after.stacking import PLACE, PLACES
from goldenthread.engine.indicators.opening import open_returns
from goldenthread.engine.indicators.tests.cared_for import episode, returned
from goldenthread.engine.indicators.tests.drawn import extract_of
from goldenthread.engine.indicators.tests.drawn_rows import (
    ACCEPTED,
    MISSING,
    OFFERED,
    adopted,
    adoption,
    entitled,
    in_care,
    leaver,
    missing,
    placed,
    plan,
    protected,
    visits,
)
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
    return with_places({**years, THIS_YEAR: both})


def with_places(years: dict[int, Any]) -> dict[int, Any]:
    """Every other postcode of the returns is near, the rest far, and one is in no directory."""
    named = sorted({as_kept(each) for each in wanted(years.values())})[1:]
    rows = [(name, 400_000 + 40_000 * (n % 2), 400_000) for n, name in enumerate(named)]
    found = pl.DataFrame(rows, schema=PLACE, orient="row")
    return {year: {**tables, PLACES: found} for year, tables in years.items()}


WHO = {"Gender": "b) Female", "Ethnicity": "f) MWBC", "Date of Birth": day("29 Feb 2016")}


def annex_a(folder: Path) -> dict[int, Any]:
    """Annex A as drawn on a leap day, a row of each kind in each list that is counted."""
    return extract_of(ANNEX_A, ANNEX_A_BY_HAND, day("29 Feb 2024"))


ANNEX_A_BY_HAND = {
    "List 7": [
        protected("29 Feb 2024", "a) Yes", "1 Dec 2023", **WHO),
        protected("31 Aug 2023", "b) No", "1 Dec 2023", **{"Child Unique ID": "c2"}),
        protected(None, "", "1 Dec 2023", **{"Child Unique ID": "c3"}),
        protected(None, "", "29 Feb 2024", **{"Child Unique ID": "c4"}),
    ],
    "List 8": [
        {MISSING: 2, OFFERED: "a) Yes", ACCEPTED: "a) Yes", **WHO},
        {MISSING: 1, OFFERED: "b) No", ACCEPTED: None, "Child Unique ID": "c2"},
        {MISSING: 1, OFFERED: "Y", "Child Unique ID": "c3", "Child's Legal Status": "V3"},
    ],
    "List 9": [
        entitled("31 Aug 2023", "b) Former relevant child"),
        entitled("29 Aug 2023", "Eligible", **{"Child Unique ID": "c2"}),
        entitled(None, "c) Qualifying care leaver", **{"Child Unique ID": "c3"}),
    ],
    "List 10": [
        adopted("1 Mar 2023", "29 Feb 2024", "29 Feb 2024"),
        adopted("1 Mar 2023", None, "1 Mar 2023", **{"Child Unique ID": "c2"}),
        adopted("1 Mar 2023", "2 Mar 2023", "1 Mar 2023", **{"Child Unique ID": "c3"}),
    ],
}


def dataset(folder: Path) -> dict[int, Any]:
    """The dataset as drawn in the middle of a month, with the hard cases of each table."""
    return extract_of(DATASET, DATASET_BY_HAND, day("14 Nov 2025"))


DATASET_BY_HAND = {
    "ssd_person": [
        {"pers_dob": day("29 Feb 2012"), "pers_sex": "F", "pers_ethnicity": "WBRI"},
        {"pers_person_id": "c2", "pers_expected_dob": day("1 Jan 2026"), "pers_sex": "U"},
    ],
    "ssd_disability": [{"disa_disability_code": "NONE"}],
    "ssd_cp_plans": [
        plan("1 Apr 2025", "24 Oct 2025"),
        plan("1 Oct 2025", cppl_person_id="c2"),
        plan("1 Oct 2025", cppl_person_id="c3", cppl_cp_plan_ola="Y"),
        plan("1 Oct 2025", cppl_person_id=None),
    ],
    "ssd_cp_visits": [
        *visits("1 Apr 2025", "15 Apr 2025", "30 Apr 2025", alone="Y"),
        *visits("1 Apr 2025", "20 May 2025", "1 Dec 2025", seen="N"),
        *visits("9 Oct 2025", seen="N", child="c2"),
        *visits("9 Oct 2025", child="c4", alone=""),
    ],
    "ssd_missing": [
        missing("1 May 2025", "Y", "Y", incident="1"),
        missing("14 Nov 2025", "NA", "N", incident="2"),
        missing("1 May 2025", "Y", "Y", kind="A", incident="3"),
        missing(None, "Y", "Y", incident="4"),
    ],
    "ssd_cla_episodes": in_care("c1", "c2", "c3"),
    "ssd_cla_placement": [
        placed(20.04),
        placed(20.05, "c2"),
        placed(None, "c3"),
        placed(30.0, "c2", clap_cla_placement_end_date=day("30 Jun 2025")),
    ],
    "ssd_legal_status": [
        {
            "lega_person_id": "c3",
            "lega_legal_status": "v4",
            "lega_legal_status_start_date": day("1 Jul 2025"),
        }
    ],
    "ssd_care_leavers": [
        leaver("14 May 2025"),
        leaver("13 May 2025", clea_person_id="c2"),
        leaver("1 Nov 2025", "Qualifying care leaver", clea_person_id="c3"),
    ],
    "ssd_permanence": [
        adoption("29 Feb 2024", "1 Mar 2025", "1 May 2025"),
        adoption(None, "1 Mar 2025", "1 May 2025", perm_person_id="c2"),
    ],
}
