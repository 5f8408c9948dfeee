"""What is about a child lies sealed in the database, whoever adds the table. See docs/adr/0011."""

import re

import pytest
from django.apps import apps
from django.db import models

from goldenthread.foundations.lock.sealing import SealedText

WHO = (
    r"(child|children|baby|infant|young_person|sibling|mother|father|parent|carer|family|subject)s?"
)
WHAT = r"(full_|first_|last_|known_)?(name|forename|surname|initials|alias|address|postcode|story|words)s?"
ALWAYS = r"(upn|nhs_number|date_of_birth|dob|born_on|died_on|narrative|case_narrative|circumstances|genogram|chronology)"
ABOUT_A_CHILD = re.compile(rf"^({WHO}_{WHAT}|(.*_)?{ALWAYS})$")
HOLDS_WORDS = (models.CharField, models.TextField, models.DateField, models.JSONField)


def must_be_sealed(field: models.Field) -> bool:
    """A column that holds words or a day and is named for a child, a family or a story."""
    return isinstance(field, HOLDS_WORDS) and bool(ABOUT_A_CHILD.match(field.name))


def lies_plain(fields) -> list[str]:
    return [str(f) for f in fields if must_be_sealed(f) and not isinstance(f, SealedText)]


def test_no_column_about_a_child_lies_plain():
    ours = [m for m in apps.get_models() if m.__module__.startswith("goldenthread.")]
    fields = [field for model in ours for field in model._meta.local_fields]
    assert len(fields) > 300, "the search for columns found too few"
    assert lies_plain(fields) == []


@pytest.mark.parametrize(
    "name",
    ["child_name", "mother_surname", "sibling_initials", "upn", "date_of_birth", "case_narrative"],
)
def test_a_plain_column_of_this_name_would_be_found(name):
    plain, sealed = models.CharField(max_length=9), SealedText()
    plain.name = sealed.name = name
    assert must_be_sealed(plain)
    assert must_be_sealed(sealed)
    assert not isinstance(plain, SealedText)
    assert isinstance(sealed, SealedText)


@pytest.mark.parametrize(
    "name", ["name", "parent", "children", "first_day", "owner_name", "reason"]
)
def test_the_directory_and_the_thread_may_lie_plain(name):
    plain = models.CharField(max_length=9)
    plain.name = name
    assert not must_be_sealed(plain)
