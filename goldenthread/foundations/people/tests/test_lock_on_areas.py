"""Anyone may read the names of areas and bodies; who may write them. In real transactions, as the site's role."""

import pytest
from django.db import ProgrammingError

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.models import Organisation, Partnership, Region
from goldenthread.foundations.people.tests import factories

NOT_ALLOWED = "row-level security"


@pytest.fixture
def two(committed):
    """A member of one partnership and one of another, each with an organisation of their own."""
    with opened(Keys(Door.MACHINE)):
        Region.objects.create(name="Vales", slug="vales")
    return factories.member(), factories.member()


def every_row(owner, table: str) -> list[tuple]:
    rows = owner.execute(f"SELECT id, name FROM {table} ORDER BY id").fetchall()
    assert rows, "nothing there to be changed"
    return rows


@pytest.mark.parametrize(("model", "reached"), [(Partnership, 1), (Organisation, 1), (Region, 0)])
def test_a_change_without_a_filter_reaches_only_ones_own(two, owner, model, reached):
    ours, _ = two
    before = every_row(owner, model._meta.db_table)
    with opened(ours.keys):
        assert model.objects.update(name="Overwritten") == reached
    after = every_row(owner, model._meta.db_table)
    assert sum(was != now for was, now in zip(before, after, strict=True)) == reached


@pytest.mark.parametrize("model", [Partnership, Organisation, Region])
@pytest.mark.parametrize("door", [Door.SIGN_IN, Door.INBOX, Door.GUEST, Door.PUBLIC])
def test_no_other_door_changes_or_removes_anything(two, owner, model, door):
    ours, theirs = two
    before = every_row(owner, model._meta.db_table)
    with opened(Keys(door, (ours.partnership_id, theirs.partnership_id))):
        assert model.objects.update(name="Overwritten") == 0
        assert model.objects.all()._raw_delete("default") == 0
    assert every_row(owner, model._meta.db_table) == before


@pytest.mark.parametrize("model", [Partnership, Organisation, Region])
def test_a_removal_without_a_filter_leaves_what_is_anothers(two, owner, model):
    ours, theirs = two
    with opened(ours.keys):
        mine = Organisation.objects.filter(participations__partnership=ours.partnership_id)
        assert mine.exists()
    with opened(Keys(Door.SEAT, (0,))):
        assert model.objects.all()._raw_delete("default") == 0
    assert len(every_row(owner, model._meta.db_table)) == (1 if model is Region else 2)


@pytest.mark.parametrize("model", [Partnership, Region])
def test_a_seat_adds_no_partnership_and_no_region(two, model):
    ours, _ = two
    with pytest.raises(ProgrammingError, match=NOT_ALLOWED), opened(ours.keys):
        model.objects.create(name="Intruder", slug="intruder")


@pytest.mark.parametrize("door", [Door.SIGN_IN, Door.INBOX, Door.GUEST, Door.PUBLIC])
def test_only_a_seat_or_a_command_adds_an_organisation(two, door):
    ours, _ = two
    with opened(ours.keys):
        assert Organisation.objects.create(name="A new school", kind="academy").pk
    with (
        pytest.raises(ProgrammingError, match=NOT_ALLOWED),
        opened(Keys(door, ours.keys.partnerships)),
    ):
        Organisation.objects.create(name="Intruder", kind="academy")


def test_an_organisation_of_two_partnerships_is_changed_from_either(two):
    ours, theirs = two
    with opened(ours.keys):
        shared = Organisation.objects.get(pk=ours.organisation_id)
    factories.member(partnership=_place(theirs), organisation=shared, email="third@example.org")
    with opened(theirs.keys):
        assert Organisation.objects.filter(pk=shared.pk).update(name="Renamed") == 1


def _place(member) -> Partnership:
    with opened(member.keys):
        return Partnership.objects.get(pk=member.partnership_id)
