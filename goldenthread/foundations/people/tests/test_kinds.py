"""The kinds of organisation: every row sound, old names with what came after them."""

from datetime import date

import pytest

from goldenthread.foundations.people import kinds

EVERY_KIND = list(kinds.kinds().values())


def test_the_file_holds_the_schedule_and_the_partners():
    assert len(EVERY_KIND) > 50
    statutory = {
        kind.code for kind in kinds.in_force(date(2026, 4, 1)) if kind.standing == "statutory"
    }
    assert statutory == {"local-authority", "integrated-care-board", "police"}


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.code)
def test_each_row_says_where_it_stands_and_how_sure_we_are(kind):
    assert kind.name
    assert kind.sector
    assert kind.edition
    assert kind.sure in kinds.SURENESS
    assert kind.standing in {"statutory", "relevant", "other"}


@pytest.mark.parametrize(
    "kind", [kind for kind in EVERY_KIND if kind.valid_to], ids=lambda kind: kind.code
)
def test_a_historic_name_ended_after_it_began_and_has_a_successor(kind):
    assert kind.valid_from < kind.valid_to
    after = kinds.successor(kind.code)
    assert after is not None
    assert after.valid_to is None


@pytest.mark.parametrize(
    ("old", "new", "last_day"),
    [
        ("clinical-commissioning-group", "integrated-care-board", date(2022, 6, 30)),
        ("community-rehabilitation-company", "probation-service", date(2021, 6, 25)),
        ("national-probation-service", "probation-service", date(2021, 6, 25)),
        ("nhs-commissioning-board", "nhs-england", date(2022, 6, 30)),
    ],
)
def test_what_replaced_what_and_when(old, new, last_day):
    assert kinds.kind(old).valid_to == last_day
    assert kinds.successor(old).code == new
    assert kinds.kind(old) not in kinds.in_force(date(2026, 1, 1))


def test_an_unknown_code_is_named():
    with pytest.raises(kinds.UnknownKind, match="no-such-kind"):
        kinds.kind("no-such-kind")
    assert kinds.named("no-such-kind") == "no-such-kind"
