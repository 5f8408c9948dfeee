"""The lists that are counted, and their columns by short names: no engine takes the headings."""

from collections.abc import Mapping

import polars as pl

from goldenthread.engine.indicators.extracts import extract
from goldenthread.engine.indicators.extracts.extract import Extract

CHILD = {
    "child": "Child Unique ID",
    "sex": "Gender",
    "ethnicity": "Ethnicity",
    "born": "Date of Birth",
    "disabled": "Does the Child have a Disability",
}
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "List 7": {
        **CHILD,
        "began": "Child Protection Plan Start Date",
        "ended": "Child Protection Plan End Date",
        "visited": "Date of the Last Statutory Visit",
        "alone": "Was the Child Seen Alone?",
    },
    "List 8": {
        **CHILD,
        "legal_status": "Child's Legal Status",
        "missing": "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
        "offered": "Was the child offered a Return Interview after their last missing episode (Y/N)?",
        "accepted": "Did the child accept a Return Interview after their last missing episode (Y/N)?",
    },
    "List 9": {
        **CHILD,
        "eligibility": "Eligibility Category",
        "reviewed": "Latest Pathway Plan Review Date",
    },
    "List 10": {
        **CHILD,
        "ordered": "Date of Placement Order",
        "matched": "Date of Matching Child and Prospective Adopters",
        "adopted": "Date of Adoption Order",
    },
}
# What happened, from which the day of the lists is told. What is planned is not among it.
HAPPENED = {
    "List 1": ["Date of Contact"],
    "List 2": ["Assessment start date", "Assessment completion date"],
    "List 3": ["Date of referral"],
    "List 4": [
        "Continuous Assessment Start Date",
        "Continuous Assessment Date of Authorisation",
    ],
    "List 5": [
        "Strategy discussion initiating Section 47 Enquiry Start Date",
        "Date of Initial Child Protection Conference",
    ],
    "List 6": ["CIN Start Date", "Date Child Was Last Seen", "CIN Closure Date"],
    "List 7": [
        "Child Protection Plan Start Date",
        "Date of the Last Statutory Visit",
        "Date of latest review conference",
        "Child Protection Plan End Date",
    ],
    "List 8": [
        "Date Started to be Looked After",
        "Date of Latest Statutory Review",
        "Date of Last Social Work Visit",
        "Date Ceased to be Looked After",
        "Start Date of Most Recent Placement",
    ],
    "List 9": ["Latest Pathway Plan Review Date", "Latest Date of Contact"],
    "List 10": [
        "Date of Placement Order",
        "Date of Matching Child and Prospective Adopters",
        "Date Placed for Adoption",
        "Date of Adoption Order",
    ],
}


def stacked(years: Mapping[int, Extract]) -> dict[str, pl.DataFrame]:
    return extract.stacked(years, COLUMNS)
