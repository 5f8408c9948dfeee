"""A list by its address: sorted, filtered, paged, and never broken by what stands there."""

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.template import engines

from goldenthread.foundations.design.filters import Choice, Conditions, Search
from goldenthread.foundations.design.listing import Column, Listing
from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.models import Organisation

KINDS = [("school", "Schools"), ("hospital", "Hospitals"), ("police", "Police")]
COLUMNS = (Column("Organisation", "name", by=("name",)), Column("Kind", "kind", by=("kind",)))


@pytest.fixture
def sixty(db):
    with opened(Keys(Door.MACHINE)):
        Organisation.objects.bulk_create(
            Organisation(name=f"Body {n:02}", kind=KINDS[n % 3][0]) for n in range(60)
        )
        yield


def listed(asked: str, per_page: int = 25) -> Listing:
    filters = (
        Search("text", "Words", ("name",)),
        Choice("kind", "Kind", KINDS, "kind", several=True),
    )
    return Listing(
        Organisation.objects.all(),
        QueryDict(asked),
        columns=COLUMNS,
        filters=filters,
        sorted_by="name",
        one="organisation",
        per_page=per_page,
    )


def drawn(listing: Listing) -> BeautifulSoup:
    template = engines.all()[0].from_string(
        '{% from "design/lists.jinja" import filters, listing %}{{ filters(list) }}'
        '{% call(row) listing(list, "Organisations") %}<td class="govuk-table__cell">{{ row.name }}</td><td>{{ row.kind }}</td>{% endcall %}'
    )
    return BeautifulSoup(template.render({"list": listing}), "html.parser")


def names(page: BeautifulSoup) -> list[str]:
    return [cell.text for cell in page.select("td.govuk-table__cell")]


@pytest.mark.parametrize("per_page", [5, 50])
def test_a_list_takes_two_queries_whatever_its_length(sixty, django_assert_num_queries, per_page):
    with django_assert_num_queries(2):
        page = drawn(listed("kind=school&text=body", per_page))
    assert names(page)


def test_a_heading_sorts_and_then_turns_round(sixty):
    page = drawn(listed("sort=-name"))
    assert names(page)[0] == "Body 59"
    heading = page.find("th", attrs={"aria-sort": "descending"})
    assert heading.a["href"] == "?sort=name"
    assert page.find("th", attrs={"aria-sort": "none"}).a.text == "Kind"


def test_a_page_keeps_the_filters_and_the_sort(sixty):
    page = drawn(listed("kind=school&kind=police&sort=-kind&page=2"))
    assert "Showing 26 to 40 of 40 organisations" in page.text
    back = page.select_one(".govuk-pagination__prev a")["href"]
    assert QueryDict(back[1:]).dict() | {"kinds": QueryDict(back[1:]).getlist("kind")} == {
        "kind": "police",
        "kinds": ["school", "police"],
        "sort": "-kind",
        "page": "1",
    }


def test_each_filter_in_force_can_be_taken_away(sixty):
    page = drawn(listed("kind=school&kind=police&text=body"))
    ways_out = {a.text.strip(): a["href"] for a in page.select(".gt-active__one")}
    assert len(ways_out) == 3
    without = next(href for text, href in ways_out.items() if "Schools" in text)
    assert QueryDict(without[1:]).getlist("kind") == ["police"]
    assert QueryDict(without[1:]).get("text") == "body"


def test_an_empty_result_says_that_the_filters_did_it(sixty):
    assert "No organisations match these filters" in drawn(listed("text=nowhere")).text


@pytest.mark.parametrize(
    "asked",
    [
        "page=0",
        "page=-3",
        "page=99999999999999999999999",
        "page=x",
        "sort=password",
        "sort=--name",
        "kind=spaceship",
        "text=%00%00body",
        "text=" + "long " * 500,
        "page=%FF&sort=%FF&kind=%FF&text=%FF",
    ],
)
def test_nonsense_in_the_address_is_left_aside(sixty, asked):
    assert drawn(listed(asked)).find("p")


def test_a_named_condition_narrows(sixty):
    from django.db.models import Q

    conditions = {"early": Q(name__lt="Body 05")}
    early = Conditions("when", "When", [("early", "Early")], conditions=conditions)
    found = Listing(
        Organisation.objects.all(), QueryDict("when=early"), columns=COLUMNS, filters=(early,)
    )
    assert found.count == 5
