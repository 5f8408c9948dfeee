"""Write a children in need return as XML, child by child, so that any size takes no memory."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.cin.fields import fields_of
from goldenthread.engine.returns.synthesis.census import Child
from goldenthread.engine.returns.synthesis.child import AUTHORITY
from goldenthread.engine.returns.synthesis.episode import Episode

# What the header says wrote the file: by it, an invented return is known from a real one.
INVENTED = "Golden Thread, invented"


def lines(
    children: Iterable[Child], year: Year, reference_date: date | None = None
) -> Iterator[str]:
    """The file, a piece at a time. Elements stand in the order that the return prescribes.
    `reference_date` is given only to plant a wrong one."""
    yield _head(year, reference_date or year.end)
    for child in children:
        yield _child(child)
    yield "</Children>\n</Message>\n"


def _head(year: Year, reference_date: date) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n<Header><CollectionDetails>'
        f"<Collection>CIN</Collection><Year>{year.end.year}</Year>"
        f"<ReferenceDate>{reference_date}</ReferenceDate></CollectionDetails><Source>"
        f"<SourceLevel>L</SourceLevel><LEA>{AUTHORITY}</LEA>"
        f"<SoftwareCode>{INVENTED}</SoftwareCode><SerialNo>001</SerialNo>"
        f"<DateTime>{year.end}T12:00:00</DateTime></Source></Header>\n<Children>\n"
    )


def _child(child: Child) -> str:
    disabilities = "".join(_element("Disability", row["Disability"]) for row in child.disabilities)
    wrapped = f"<Disabilities>{disabilities}</Disabilities>" if disabilities else ""
    characteristics = _fields("ChildCharacteristics", child.characteristics) + wrapped
    return (
        f"<Child><ChildIdentifiers>{_fields('ChildIdentifiers', child.identifiers)}</ChildIdentifiers>"
        f"<ChildCharacteristics>{characteristics}</ChildCharacteristics>"
        f"{''.join(map(_episode, child.episodes))}</Child>\n"
    )


def _episode(episode: Episode) -> str:
    inside = [
        _fields("CINdetails", episode.details),
        *(f"<Assessments>{_assessment(row)}</Assessments>" for row in episode.assessments),
        *(f"<CINPlanDates>{_fields('CINplanDates', row)}</CINPlanDates>" for row in episode.plans),
        *(f"<Section47>{_fields('Section47', row)}</Section47>" for row in episode.enquiries),
        *(
            f"<ChildProtectionPlans>{_plan(row)}</ChildProtectionPlans>"
            for row in episode.protection
        ),
    ]
    return f"\n<CINdetails>{''.join(inside)}</CINdetails>"


def _assessment(row: Mapping[str, Any]) -> str:
    factors = "".join(_element("AssessmentFactors", code) for code in row.get("factors", ()))
    wrapped = f"<FactorsIdentifiedAtAssessment>{factors}</FactorsIdentifiedAtAssessment>"
    return _fields("Assessments", row) + (wrapped if factors else "")


def _plan(row: Mapping[str, Any]) -> str:
    reviews = "".join(_element("CPPreviewDate", day) for day in row.get("reviews", ()))
    return _fields("ChildProtectionPlans", row) + (
        f"<Reviews>{reviews}</Reviews>" if reviews else ""
    )


def _fields(table: str, row: Mapping[str, Any]) -> str:
    names = [field.field for field in fields_of(table)]
    return "".join(_element(name, row[name]) for name in names if row.get(name) is not None)


def _element(name: str, value: object) -> str:
    return f"<{name}>{_text(value)}</{name}>" if value is not None else f"<{name}/>"


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, date):
        return value.isoformat()
    return escape(str(value))
