"""Known faults, each planted on a child of its own who is otherwise in order.

`faults_2025_26.csv` says for each rule what to change: on which row, which field, to what (blank
takes the value away). `assessment 2` is a second assessment, made when it is first named;
`identifiers 2` is a second child; `remove` takes away all rows of the kind.
"""

import csv
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from goldenthread.engine.returns.synthesis.census import Child
from goldenthread.engine.returns.synthesis.child import CHECK_LETTERS, upn_of
from goldenthread.engine.returns.synthesis.episode import Episode
from goldenthread.engine.terminal import short

# Faults of a whole return: each is planted alone, by changing every child or the header.
OF_THE_WHOLE = ("100", "2883", "2886Q", "2887Q", "2888Q")
Row = dict[str, Any]


class NoSuchFault(LookupError):
    """No fault can be planted for this code."""


@cache
def codes() -> tuple[str, ...]:
    """The rules for which a fault can be planted on a child of its own."""
    return tuple(dict.fromkeys(row["code"] for row in _rows()))


def planted(code: str, number: int) -> list[Child]:
    """A child with the fault of one rule; two children for a rule about duplicates."""
    if code not in codes():
        raise NoSuchFault(
            f"No fault can be planted for {short(code)}. There are: {', '.join(codes())}"
        )
    family = [in_order(number)]
    for row in _rows():
        if row["code"] == code:
            _change(family, row["row"], row["field"], row["value"])
    return family


def whole_return(code: str, children: Iterable[Child]) -> Iterable[Child]:
    """Every child changed for a fault of the whole return. For 100 it is the header that changes."""
    return map(_EVERY_CHILD.get(code, lambda child: child), children)


def in_order(number: int) -> Child:
    """A child of ten on whom everything is in order: assessed, supported, then protected."""
    episode = Episode(
        {"CINreferralDate": date(2025, 4, 10), "ReferralSource": "2A", "PrimaryNeedCode": "N1",
         "ReferralNFA": False},
        assessments=[{"AssessmentActualStartDate": date(2025, 4, 14),
                      "AssessmentAuthorisationDate": date(2025, 5, 12), "factors": ["4B", "16A"]}],
        plans=[{"CINPlanStartDate": date(2025, 5, 14), "CINPlanEndDate": date(2025, 6, 16)}],
        enquiries=[{"S47ActualStartDate": date(2025, 6, 17), "InitialCPCtarget": date(2025, 7, 8),
                    "DateOfInitialCPC": date(2025, 6, 30), "ICPCnotRequired": False}],
        protection=[{"CPPstartDate": date(2025, 6, 30), "CPPendDate": date(2026, 1, 12),
                     "InitialCategoryOfAbuse": "NEG", "LatestCategoryOfAbuse": "NEG",
                     "NumberOfPreviousCPP": 0, "reviews": [date(2025, 9, 22)]}],
    )  # fmt: skip
    child = {"LAchildID": f"GT{number:08d}", "UPN": upn_of(number), "Sex": "F"}
    born = {"PersonBirthDate": date(2015, 5, 5)}
    disabilities = [{"Disability": "LD"}, {"Disability": "AUT"}]
    return Child({**child, **born}, {"Ethnicity": "WBRI"}, disabilities, [episode])


def _change(family: list[Child], name: str, field: str, value: str) -> None:
    row, _, second = name.partition(" ")
    if row == "identifiers":
        _change_identifiers(family, bool(second), field, value)
    elif row == "characteristics":
        _change_characteristics(family[0], field, value)
    elif row == "episode":
        family[0].episodes.clear()
    else:
        _change_episode(family[0], row, bool(second), field, value)


def _change_identifiers(family: list[Child], second: bool, field: str, value: str) -> None:
    if second:
        family.append(in_order(int(family[0].identifiers["LAchildID"][2:]) + 1))
    first = family[0].identifiers
    family[-1].identifiers[field] = first[field] if value == "same" else _value(field, value)


def _change_characteristics(child: Child, field: str, value: str) -> None:
    if field == "Disabilities":
        child.disabilities = [{"Disability": code} for code in value.split()]
    else:
        child.characteristics[field] = value


def _change_episode(child: Child, row: str, second: bool, field: str, value: str) -> None:
    if row == "details":
        if second and len(child.episodes) == 1:
            child.episodes.append(Episode({"ReferralSource": "2A", "PrimaryNeedCode": "N1"}))
        child.episodes[-1].details[field] = _value(field, value)
        return
    rows = _ROWS_OF[row](child.episodes[0])
    if field == "remove":
        rows.clear()
        return
    if second and len(rows) == 1:
        rows.append({})
    rows[-1][field] = _value(field, value)


_ROWS_OF: dict[str, Callable[[Episode], list[Row]]] = {
    "assessment": lambda episode: episode.assessments,
    "plan": lambda episode: episode.plans,
    "enquiry": lambda episode: episode.enquiries,
    "protection": lambda episode: episode.protection,
}


def _value(field: str, written: str) -> Any:
    if field == "factors":
        return written.split()
    if field == "reviews":
        return [None if each == "missing" else date.fromisoformat(each) for each in written.split()]
    if written == "of authority 999":
        return _of_authority("999")
    return _typed(field, written)


def _typed(field: str, written: str) -> Any:
    if not written:
        return None
    if "Date" in field or field in ("DateOfInitialCPC", "InitialCPCtarget"):
        return date.fromisoformat(written)
    return written


def _of_authority(authority: str) -> str:
    """A pupil number of an authority that does not exist, right by its check letter."""
    digits = f"{authority}000000001"
    total = sum(int(digit) * weight for weight, digit in enumerate(digits, start=2))
    return CHECK_LETTERS[total % len(CHECK_LETTERS)] + digits


def _sex_unknown(child: Child) -> Child:
    child.identifiers["Sex"] = "U"
    return child


def _two_codes_in_all(child: Child) -> Child:
    child.disabilities = [{"Disability": "LD"}, {"Disability": "AUT"}]
    return child


def _one_code_each(child: Child) -> Child:
    child.disabilities = child.disabilities[:1]
    return child


def _plan_without_conference(child: Child) -> Child:
    for episode in child.episodes:
        plan = {"CPPstartDate": date(2025, 7, 1), "NumberOfPreviousCPP": 0}
        abuse = {"InitialCategoryOfAbuse": "NEG", "LatestCategoryOfAbuse": "NEG"}
        episode.protection.append({**plan, **abuse})
    return child


_EVERY_CHILD: dict[str, Callable[[Child], Child]] = {
    "2883": _plan_without_conference,
    "2886Q": _sex_unknown,
    "2887Q": _two_codes_in_all,
    "2888Q": _one_code_each,
}


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = (files(__package__) / "faults_2025_26.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
