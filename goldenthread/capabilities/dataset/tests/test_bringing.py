"""Bringing figures in, page by page: choose, map where need be, look, confirm or put aside."""

import re
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.capabilities.dataset.tests.conftest import EXAMPLE
from goldenthread.foundations.measures.models import IncomingFile, Observation
from goldenthread.foundations.people.gate import under


def words(page) -> str:
    return re.sub(r"\s+", " ", page.find("main").get_text(" "))


def upload(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, (EXAMPLE / name).read_bytes())


def test_a_file_is_looked_at_before_it_is_brought_in(here, analyst):
    page = here.post("bring", {"file": upload("groups.csv")})
    assert "Read as: Groups and how often they met" in words(page)
    with under(analyst):
        assert Observation.objects.count() == 0
        waiting = IncomingFile.objects.get()
    page = here.post("preview", pk=waiting.pk)
    assert "groups.csv has been brought in" in page.get_text()
    with under(analyst):
        assert Observation.objects.count() == 8
        assert IncomingFile.objects.count() == 0


def test_the_same_file_again_adds_nothing_and_says_so(here, filled, analyst):
    page = here.post("bring", {"file": upload("groups.csv")})
    assert "The very same file was brought in" in words(page)
    with under(analyst):
        waiting = IncomingFile.objects.get().pk
    assert "added nothing" in here.post("preview", pk=waiting).get_text()


def test_a_bad_file_shows_each_row_and_offers_no_button(here, analyst):
    content = b"source,area,period,group,meetings\n001,Kirklees,2014/15,Board,seven\n"
    page = here.post("bring", {"file": SimpleUploadedFile("bad.csv", content)})
    assert "bad.csv, row 2, column E" in words(page)
    assert "Bring these figures in" not in words(page)


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n" + b"\0" * 100, b"PK\x03\x04" + b"\0" * 50]
)
def test_a_file_that_cannot_be_read_is_refused_at_once_and_not_kept(here, analyst, content):
    page = here.post("bring", {"file": SimpleUploadedFile("bad.csv", content)})
    assert "bad.csv" in page.find(class_="govuk-error-summary").get_text()
    with under(analyst):
        assert not IncomingFile.objects.exists()


def test_an_unknown_layout_is_mapped_column_by_column(here, analyst):
    content = b"Indicator name,Year,Outturn\nChildren looked after,2024/25,12\n"
    page = here.post("bring", {"file": SimpleUploadedFile("ours.csv", content)})
    assert page.find("h1").get_text(strip=True) == "Which column is which?"
    selects = {one["name"]: one.find("option", selected=True) for one in page.find_all("select")}
    chosen = {name: option["value"] for name, option in selects.items() if option}
    assert (chosen["indicator"], chosen["period"]) == ("Indicator name", "Year")
    with under(analyst):
        waiting = IncomingFile.objects.get().pk
    mapped = {"indicator": "Indicator name", "period": "Year", "value": "Outturn"}
    assert "figures to add 1" in words(here.post("columns", mapped, pk=waiting))
    here.post("preview", pk=waiting)
    with under(analyst):
        assert Observation.objects.get().value == Decimal(12)


def test_a_file_put_aside_leaves_nothing(here, analyst):
    here.post("bring", {"file": upload("groups.csv")})
    with under(analyst):
        waiting = IncomingFile.objects.get().pk
    here.post("drop", pk=waiting)
    with under(analyst):
        assert IncomingFile.objects.count() == 0
