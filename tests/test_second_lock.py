"""The second lock, with the first one left out: raw reads and writes of every table under another's keys.

What the models declare is compared with what PostgreSQL says it holds, table by table.
"""

import pytest
from django.db import models

from goldenthread.foundations.lock.declarations import (
    SharedThrough,
    Unlocked,
    declared,
    owned_models,
)
from goldenthread.foundations.lock.keys import SIGNING_IN, opened
from goldenthread.foundations.people.models import Person, Seat
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories

KEYS_WITH_OWNER = """
    SELECT conrelid::regclass::text, array_agg(attname ORDER BY position), confrelid::regclass::text
    FROM pg_constraint, unnest(conkey) WITH ORDINALITY AS part(number, position), pg_attribute
    WHERE contype = 'f' AND attrelid = conrelid AND attnum = number AND convalidated
    GROUP BY pg_constraint.oid HAVING count(*) = 2
"""
POLICIES = """
    SELECT relname, relrowsecurity AND relforcerowsecurity,
           (SELECT count(DISTINCT polcmd) FROM pg_policy WHERE polrelid = pg_class.oid)
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
"""


def pointing_pairs() -> list[tuple[str, str, str]]:
    """Every pointer from one owned row to another, as (table, column, table pointed at)."""
    found = [
        (model._meta.db_table, field.column, field.related_model._meta.db_table)
        for model in owned_models()
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey)
        and field.db_constraint
        and field.related_model in owned_models()
        and not isinstance(field.related_model.lock, SharedThrough)
    ]
    assert len(found) > 50, "the search for pointers found too few"
    return found


def test_every_pointer_between_owned_rows_carries_the_owner(owner):
    held = {
        (table, columns[0], target)
        for table, columns, target in owner.execute(KEYS_WITH_OWNER)
        if columns[1] == "partnership_id"
    }
    assert set(pointing_pairs()) <= held


def test_an_owner_in_a_pointer_is_never_empty():
    """A key with an empty part is not checked at all, so an owner may not be left out."""
    pointing = {table for table, _, _ in pointing_pairs()}
    models_of_them = [model for model in owned_models() if model._meta.db_table in pointing]
    assert [m for m in models_of_them if m._meta.get_field("partnership").null] == []


def test_every_table_that_declares_a_lock_has_it_in_the_database(owner):
    there = {name: (forced, rules) for name, forced, rules in owner.execute(POLICIES)}
    locked = {table for table, lock in declared().items() if not isinstance(lock, Unlocked)}
    assert len(locked) > 50, "the search for locks found too few"
    assert {table: there.get(table) for table in locked} == dict.fromkeys(locked, (True, 4))


@pytest.fixture
def two(db):
    """A business manager of one partnership and one of another."""
    return factories.member(Role.BUSINESS_MANAGER), factories.member(Role.BUSINESS_MANAGER)


def test_a_change_without_any_filter_reaches_nobody_of_another_partnership(two):
    """An UPDATE with no WHERE asks no reading rule, so the writing rule must hold by itself."""
    ours, theirs = two
    with opened(ours.keys):
        Person.objects.update(name="Overwritten")
    with opened(theirs.keys):
        assert Person.objects.get(pk=theirs.person_id).name == theirs.name


def test_a_removal_without_any_filter_reaches_nobody_of_another_partnership(two):
    ours, _ = two
    with opened(SIGNING_IN):
        outsider = Person.objects.create_user("outsider@example.org", name="An outsider")
    with opened(ours.keys):
        Seat.objects.update(person=None)
        Person.objects.all()._raw_delete("default")
    with opened(SIGNING_IN):
        assert Person.objects.filter(pk=outsider.pk).exists()
