"""The second lock, seen from the database: what a forgotten filter gets."""

import pytest
from django.db import DataError, InternalError, ProgrammingError, connection, transaction

from goldenthread.foundations.lock.keys import Door, Keys, hand_over, opened
from goldenthread.foundations.people.models import Group, Partnership


@pytest.fixture
def two_partnerships(committed):
    """One group in each of two partnerships."""
    with opened(Keys(Door.MACHINE)):
        first, second = (
            Partnership.objects.create(name=n, area=n, slug=n) for n in ("ashby", "brook")
        )
    for partnership in (first, second):
        with opened(Keys(Door.SEAT, (partnership.pk,))):
            Group.objects.create(partnership=partnership, name="Executive", kind="executive")
    return first, second


def test_a_forgotten_filter_returns_nothing_of_another_partnership(two_partnerships):
    first, _ = two_partnerships
    with opened(Keys(Door.SEAT, (first.pk,))):
        assert [group.partnership_id for group in Group.objects.all()] == [first.pk]


def test_no_keys_see_no_rows_but_do_not_raise(two_partnerships):
    with opened(Keys(Door.SEAT)):
        assert list(Group.objects.all()) == []


def test_with_nobody_asking_the_database_raises(two_partnerships):
    connection.close()  # a new connection has never heard of anyone
    with pytest.raises(ProgrammingError, match="unrecognized configuration parameter"):
        list(Group.objects.all())


def test_after_a_transaction_the_next_one_still_raises(two_partnerships):
    first, _ = two_partnerships
    with opened(Keys(Door.SEAT, (first.pk,))):
        pass
    with pytest.raises(DataError):  # the setting is now '' and not NULL
        list(Group.objects.all())


def test_a_row_cannot_be_written_for_another_partnership(two_partnerships):
    first, second = two_partnerships
    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        opened(Keys(Door.SEAT, (first.pk,))),
    ):
        Group.objects.create(partnership=second, name="Intruder", kind="panel")


def test_an_update_without_a_filter_changes_only_ones_own(two_partnerships):
    first, second = two_partnerships
    with opened(Keys(Door.SEAT, (first.pk,))):
        assert Group.objects.update(purpose="changed") == 1
    with opened(Keys(Door.SEAT, (second.pk,))):
        assert Group.objects.get().purpose == ""


def test_a_row_cannot_point_at_another_partnerships_row(two_partnerships):
    first, second = two_partnerships
    with opened(Keys(Door.SEAT, (second.pk,))):
        theirs = Group.objects.get()
    with (
        pytest.raises(Exception, match="violates foreign key"),
        opened(Keys(Door.SEAT, (first.pk,))),
    ):
        Group.objects.create(partnership=first, name="Sub", kind="panel", parent_id=theirs.pk)


def test_a_transaction_handed_over_shows_the_rows_of_its_new_keys_alone(two_partnerships):
    first, second = two_partnerships
    with opened(Keys(Door.SIGN_IN, (first.pk,))):
        assert Group.objects.get().partnership_id == first.pk
        hand_over(Keys(Door.SEAT, (second.pk,)))
        assert Group.objects.get().partnership_id == second.pk
    with pytest.raises(DataError):  # neither the first keys nor the second outlive it
        list(Group.objects.all())


def test_a_transaction_handed_over_for_reading_changes_nothing_more(two_partnerships):
    first, _ = two_partnerships
    with opened(Keys(Door.SIGN_IN)):
        hand_over(Keys(Door.INBOX, (first.pk,)), reads_only=True)
        with pytest.raises(InternalError, match="read-only transaction"), transaction.atomic():
            Group.objects.update(purpose="changed")


def test_keys_are_handed_over_only_in_a_transaction(two_partnerships):
    first, _ = two_partnerships
    with pytest.raises(RuntimeError, match="No lock is open"):
        hand_over(Keys(Door.SEAT, (first.pk,)))


def test_nested_opening_puts_back_what_was_there(two_partnerships):
    first, second = two_partnerships
    with opened(Keys(Door.SEAT, (first.pk,))):
        with opened(Keys(Door.SEAT, (second.pk,))):
            assert Group.objects.get().partnership_id == second.pk
        assert Group.objects.get().partnership_id == first.pk


def test_a_nested_error_puts_back_what_was_there(two_partnerships):
    first, second = two_partnerships
    with opened(Keys(Door.SEAT, (first.pk,))):
        with pytest.raises(KeyError), opened(Keys(Door.SEAT, (second.pk,))):
            raise KeyError
        assert Group.objects.get().partnership_id == first.pk


def test_reads_only_refuses_a_write(two_partnerships):
    first, _ = two_partnerships
    with (
        pytest.raises(InternalError, match="read-only"),
        opened(Keys(Door.INBOX, (first.pk,)), reads_only=True),
    ):
        Group.objects.update(purpose="changed")


def test_the_sites_role_owns_nothing_and_cannot_pass_the_lock(committed):
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolbypassrls, rolsuper FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False)
        cursor.execute("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole")
        assert cursor.fetchone() == (0,)


def test_every_table_is_locked_or_says_why_not(committed, owner):
    from goldenthread.foundations.lock.declarations import Unlocked, declared

    locked = {
        name
        for (name,) in owner.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
            " AND relrowsecurity AND relforcerowsecurity"
        )
    }
    wanted = {table for table, lock in declared().items() if not isinstance(lock, Unlocked)}
    assert wanted, "the search for locked tables found none"
    assert locked == wanted
    assert all(lock.why for lock in declared().values() if isinstance(lock, Unlocked))


def test_set_up_by_the_sites_role_is_refused(committed):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute("CREATE TABLE mine (id int)")
