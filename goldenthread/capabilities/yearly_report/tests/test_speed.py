"""A page about a report takes as many queries with forty blocks as with three."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldenthread.foundations.measures.definitions import Basis
from goldenthread.foundations.measures.models import Area, Measure, Observation
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.publishing import actions
from goldenthread.kernel.periods import Kind

FEW, MANY = 3, 40
PAGES = ("report", "section", "preview", "proof")


def figures(by, number: int) -> list[str]:
    """So many measures, each with a figure of this year and of the year before."""
    own = {"partnership_id": by.partnership_id}
    area = Area.objects.create(code="X1", name="Callowdale", kind="own", **own)
    codes = [f"measure-{n}" for n in range(number)]
    for code in codes:
        measure = Measure.objects.create(
            code=code, name=code, theme="Any", basis=Basis.IN_PERIOD, **own
        )
        for year in (2024, 2025):
            Observation.objects.create(
                measure=measure,
                area=area,
                value=100 + year,
                period_kind=Kind.FINANCIAL_YEAR,
                period_start=date(year, 4, 1),
                period_end=date(year + 1, 3, 31),
                **own,
            )
    return codes


def report_with(by, number: int):
    report = actions.start_report(title="Yearly report", period="2025/26", edition="WT 2026", by=by)
    section = actions.add_section(report=report, title="Figures", answers=[10], by=by)
    for n, code in enumerate(figures(by, number)):
        figure = ("figure", {"measure": code, "period": "2025/26"})
        many = [("table", {"measures": [code]}), ("chart", {"measures": [code]}), figure]
        kind, content = many[n % 3]
        actions.add_block(section=section, kind=kind, content=content, by=by)
    return report, section


def queries_of(client, page: str, by, report, section) -> list[str]:
    args = [by.slug, report.pk, section.pk] if page == "section" else [by.slug, report.pk]
    address = reverse(f"yearly_report:{page}", args=args)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        response = client.get(address)
    assert response.status_code == 200
    if page != "proof":
        assert "measure-0" in response.text or page == "report"
    return [query["sql"] for query in asked.captured_queries]


def own(queries: list[str]) -> list[str]:
    """Those of the page itself, without the gate's: who is asking, their session and the lock."""
    return [
        sql for sql in queries if '"publishing_' in sql or '"measures_' in sql or '"thread_' in sql
    ]


@pytest.fixture(params=[FEW, MANY])
def asked(request, client, manager):
    with under(manager):
        report, section = report_with(manager, request.param)
    factories.sign_in(client, manager)
    return {page: queries_of(client, page, manager, report, section) for page in PAGES}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_takes_at_most_twelve_queries_of_its_own_however_many_blocks(asked, page):
    ours = own(asked[page])
    assert 4 < len(ours) <= 12, "\n".join(ours)
    assert len(asked[page]) <= 28, len(asked[page])
