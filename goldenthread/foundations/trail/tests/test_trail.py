"""The trail: marks that cannot be changed, and a chain that shows when one was."""

import pytest
from django.db import ProgrammingError

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine
from goldenthread.foundations.people.queries import every_partnership, partnership_ids
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.trail import actions, verifying
from goldenthread.foundations.trail.models import SYSTEM_CHAIN, Mark, Seal, Waiting
from goldenthread.foundations.trail.sealing import seal_waiting


@pytest.fixture
def manager(committed):
    return factories.member()


def leave(by, *marks):
    with under(by):
        for did in marks:
            actions.record(by=by, did=did, to="thread.action:1", stage="accepted")


def leave_and_fail(by):
    with under(by):
        actions.record(by=by, did="x", to="a:1")
        raise KeyError


def seal():
    return seal_waiting(partnership_ids())


def faults():
    with under(every_partnership(doing="verify", also=(SYSTEM_CHAIN,))):
        return [(fault.kind, fault.mark_id) for fault in verifying.faults()]


def tamper(owner, statement):
    """As the owner of the database could: switch the guards off, change, switch them on again."""
    owner.execute("SET session_replication_role = replica")
    owner.execute(statement)
    owner.execute("SET session_replication_role = origin")


def test_a_mark_is_left_with_the_change_and_undone_with_it(manager):
    with pytest.raises(KeyError):
        leave_and_fail(manager)
    with under(manager):
        assert Mark.objects.count() == 0


def test_an_untouched_chain_has_no_fault(manager):
    leave(manager, "one", "two", "three")
    assert seal() == 3
    assert faults() == []


def test_sealing_again_goes_on_from_the_last_seal(manager):
    leave(manager, "one")
    seal()
    leave(manager, "two")
    seal()
    with under(manager):
        assert [seal.place for seal in Seal.objects.order_by("place")] == [1, 2]
        assert Waiting.objects.count() == 0
    assert faults() == []


def test_each_partnership_and_the_system_have_a_chain_of_their_own(manager):
    other = factories.member()
    leave(manager, "one")
    leave(other, "two")
    leave(machine(doing="sign-in"), "three")
    seal()
    with under(every_partnership(doing="look", also=(SYSTEM_CHAIN,))):
        chains = set(Seal.objects.values_list("chain", flat=True))
    assert chains == {SYSTEM_CHAIN, manager.partnership_id, other.partnership_id}
    assert faults() == []


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("DELETE FROM trail_mark WHERE did = 'two'", "deleted"),
        ("UPDATE trail_mark SET by = 'Somebody else' WHERE did = 'two'", "altered"),
        ("UPDATE trail_mark SET detail = '{}' WHERE did = 'two'", "altered"),
        ("UPDATE trail_mark SET at = at + interval '1 second' WHERE did = 'two'", "altered"),
    ],
)
def test_a_changed_or_removed_mark_is_named(manager, owner, statement, kind):
    leave(manager, "one", "two", "three")
    seal()
    marked = owner.execute("SELECT id FROM trail_mark WHERE did = 'two'").fetchone()[0]
    tamper(owner, statement)
    assert faults() == [(kind, marked)]


def test_two_marks_that_changed_places_are_named(manager, owner):
    leave(manager, "one", "two", "three")
    seal()
    tamper(
        owner,
        "UPDATE trail_seal AS seal SET mark_id = -other.mark_id FROM trail_seal AS other"
        " WHERE (seal.place, other.place) IN ((1, 2), (2, 1))",
    )
    tamper(owner, "UPDATE trail_seal SET mark_id = -mark_id WHERE mark_id < 0")
    assert {kind for kind, _ in faults()} == {"altered"}
    assert len(faults()) == 2


def test_a_removed_seal_is_named(manager, owner):
    leave(manager, "one", "two", "three")
    seal()
    tamper(owner, "DELETE FROM trail_seal WHERE place = 2")
    assert {"seal removed", "never sealed"} == {kind for kind, _ in faults()}


def test_a_mark_put_in_behind_the_sealers_back_is_named(manager, owner):
    leave(manager, "one")
    seal()
    tamper(
        owner,
        'INSERT INTO trail_mark (at, partnership_id, by, did, "to", detail, request)'
        f" VALUES (now(), {manager.partnership_id}, 'x', 'forged', 'a:1', '{{}}', '')",
    )
    assert [kind for kind, _ in faults()] == ["never sealed"]


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_sites_own_role_cannot_change_a_mark(manager, change):
    leave(manager, "one")
    marks = Mark.objects.all()
    with pytest.raises(ProgrammingError, match="permission denied"), under(manager):
        marks.update(did="another") if change == "update" else marks._raw_delete("default")


def test_even_the_owner_is_refused_while_the_guard_stands(manager, owner):
    leave(manager, "one")
    with pytest.raises(Exception, match="only ever added"):
        owner.execute("DELETE FROM trail_mark")


def test_a_partnership_does_not_see_anothers_marks(manager):
    leave(factories.member(), "elsewhere")
    with under(manager):
        assert Mark.objects.count() == 0
