"""What a recommendation promises: embedded only after a test in practice; a failed one re-opens it."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, transaction

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread import actions, queries
from goldenthread.foundations.thread.actions.recording import UnknownTheme
from goldenthread.foundations.thread.models import Recommendation, RecommendationMove
from goldenthread.foundations.thread.tests import making

LATER = date(2026, 9, 1)


def refused(match):
    return pytest.raises(PermissionDenied, match=match)


def looked(recommendation, by, result):
    return actions.record_test(
        recommendation=recommendation,
        method="dip sample",
        tested_on=LATER,
        result=result,
        seen="In 18 of 20 cases health was there.",
        sample=20,
        by=by,
    )


def stage(recommendation):
    recommendation.refresh_from_db()
    return recommendation.stage


def test_it_is_embedded_only_after_a_passed_test(manager, lead):
    advice = making.evidence_seen(manager, lead)
    with under(manager):
        with refused("cannot follow"):
            actions.take_step("embed", recommendation=advice, by=manager)
        with refused("Record the test"):
            actions.take_step("test", recommendation=advice, by=manager)
        looked(advice, manager, "passed")
        assert stage(advice) == "tested in practice"
        actions.take_step("embed", recommendation=advice, by=manager)
        assert stage(advice) == "embedded"


def test_a_failed_test_re_opens_it_at_once(manager, lead):
    advice = making.evidence_seen(manager, lead)
    with under(manager):
        test = looked(advice, manager, "failed")
        assert stage(advice) == "re-opened"
        moves = list(RecommendationMove.objects.filter(recommendation=advice).order_by("pk"))
    assert [(m.now, m.test_id) for m in moves[-2:]] == [
        ("tested in practice", test.pk),
        ("re-opened", test.pk),
    ]
    assert moves[-1].reason == "A test in practice failed: dip sample, 1 September 2026"


def test_a_partly_passed_test_is_not_enough_to_embed(manager, lead):
    advice = making.evidence_seen(manager, lead)
    with under(manager):
        looked(advice, manager, "partly")
        with refused("Only a passed test"):
            actions.take_step("embed", recommendation=advice, by=manager)
        looked(advice, manager, "passed")
        actions.take_step("embed", recommendation=advice, by=manager)


def test_what_was_embedded_is_re_opened_by_a_later_failed_test(manager, lead):
    advice = making.evidence_seen(manager, lead)
    with under(manager):
        looked(advice, manager, "passed")
        actions.take_step("embed", recommendation=advice, by=manager)
        looked(advice, manager, "failed")
        assert stage(advice) == "re-opened"


def test_the_scrutineer_tests_and_does_not_embed(manager, lead):
    advice = making.evidence_seen(manager, lead)
    scrutineer = making.colleague(manager, Role.SCRUTINEER)
    with under(scrutineer):
        looked(advice, scrutineer, "passed")
        with refused("is for"):
            actions.take_step("embed", recommendation=advice, by=scrutineer)


def test_nothing_is_tested_before_its_evidence_was_seen(manager):
    advice = making.recommendation(manager)
    with under(manager), refused("after the evidence has been seen"):
        looked(advice, manager, "passed")


def test_it_is_complete_only_when_every_action_is_settled(manager, lead):
    advice = making.recommendation(manager)
    with under(manager):
        for step in ("accept", "start"):
            actions.take_step(step, recommendation=advice, by=manager)
        with refused("no action yet"):
            actions.take_step("complete", recommendation=advice, by=manager)
    making.action(manager, owner=lead, recommendation=advice)
    with under(manager), refused("1 action is still open"):
        actions.take_step("complete", recommendation=advice, by=manager)


def test_evidence_cannot_be_called_seen_without_a_sight(manager, lead):
    advice = making.recommendation(manager)
    making.completed(manager, lead, recommendation=advice)
    with under(manager):
        for step in ("accept", "start", "complete"):
            actions.take_step(step, recommendation=advice, by=manager)
        with refused("Say that you have seen"):
            actions.take_step("see-evidence", recommendation=advice, by=manager)


@pytest.mark.parametrize(
    ("step", "ends"),
    [("supersede", "superseded"), ("reject", "rejected")],
)
def test_a_manager_closes_one_with_a_reason(manager, step, ends):
    advice = making.recommendation(manager)
    with under(manager):
        with refused("Give a reason"):
            actions.take_step(step, recommendation=advice, by=manager)
        actions.take_step(step, recommendation=advice, reason="A new national rule", by=manager)
        assert stage(advice) == ends


def test_needing_no_test_asks_why(manager):
    advice = making.recommendation(manager)
    with under(manager):
        for step in ("accept", "start"):
            actions.take_step(step, recommendation=advice, by=manager)
        with refused("Give a reason"):
            actions.take_step("no-test", recommendation=advice, by=manager)
        actions.take_step("no-test", recommendation=advice, reason="A leaflet", by=manager)
        assert stage(advice) == "closed without a test"


def test_merging_names_the_other_and_re_opening_lets_it_go(manager):
    advice, other = making.recommendation(manager), making.recommendation(manager, "Another")
    with under(manager):
        with refused("Choose the recommendation"):
            actions.take_step("merge", recommendation=advice, reason="Same", by=manager)
        with refused("with itself"):
            actions.take_step(
                "merge", recommendation=advice, reason="Same", led_to=advice, by=manager
            )
        actions.take_step("merge", recommendation=advice, reason="Same", led_to=other, by=manager)
        assert (stage(advice), advice.led_to_id) == ("merged", other.pk)
        actions.take_step("re-open", recommendation=advice, reason="Not the same", by=manager)
        assert (stage(advice), advice.led_to_id) == ("re-opened", None)


def test_a_chair_accepts_and_does_not_reject(manager):
    chair, group = making.chair_of_group(manager)
    advice = making.recommendation(manager, owner_group_id=group)
    with under(chair):
        with refused("is for"):
            actions.take_step("reject", recommendation=advice, reason="No", by=chair)
        actions.take_step("accept", recommendation=advice, by=chair)


def test_several_findings_lead_to_one_and_one_to_several(manager):
    first, second = making.finding(manager), making.finding(manager, "Police were late.")
    advice = making.recommendation(manager, findings=[first, second])
    other = making.recommendation(manager, "Another")
    with under(manager):
        actions.link_finding(finding=first, recommendation=other, by=manager)
        actions.link_finding(finding=first, recommendation=other, by=manager)
        assert advice.sources.count() == 2
        assert first.led_to.count() == 2


def test_several_themes_from_national_lists_and_our_own(manager):
    with under(manager):
        theme = actions.add_local_theme(title="Cost of living", by=manager)
    found = making.finding(
        manager, themes=["panel-2020:leadership", "panel-later:babies", theme.key, theme.key]
    )
    with under(manager):
        assert [str(t) for t in found.themes.all()] == [
            "panel-2020:leadership",
            "panel-later:babies",
            "local:cost-of-living",
        ]
        with pytest.raises(UnknownTheme, match="is in no list"):
            actions.record_finding(
                kind="strength", text="x", themes=["panel-1999:x"], source="", by=manager
            )


def test_a_source_is_kept_by_reference_and_by_title(manager):
    found = making.finding(manager, source="audits.audit:12", source_title="Neglect audit")
    assert (found.source, found.source_title) == ("audits.audit:12", "Neglect audit")
    advice = making.recommendation(manager, source=found)
    assert advice.source == f"thread.finding:{found.pk}"


def test_an_agency_lead_sees_what_stands_behind_their_own_actions(manager, lead):
    found = making.finding(manager)
    advice = making.recommendation(manager, findings=[found])
    making.recommendation(manager, "Someone else's", findings=[making.finding(manager, "Other")])
    making.action(manager, owner=lead, recommendation=advice)
    with under(lead):
        assert list(queries.recommendations_seen_by(lead)) == [advice]
        assert list(queries.findings_seen_by(lead)) == [found]


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.SCRUTINEER, True),
        (Role.LEAD_REVIEWER, True),
        (Role.LAY_MEMBER, False),
        (Role.AGENCY_LEAD, False),
        (Role.YOUNG_ADVISOR, False),
    ],
)
def test_who_records_findings(manager, role, may):
    someone = making.colleague(manager, role)
    if may:
        making.finding(someone)
    else:
        with refused("does not record findings"):
            making.finding(someone)


def test_moves_are_never_changed(manager):
    advice = making.recommendation(manager)
    with under(manager), pytest.raises(ProgrammingError), transaction.atomic():
        RecommendationMove.objects.filter(recommendation=advice).delete()


def test_another_partnership_sees_none(manager):
    making.recommendation(manager)
    stranger = factories.member(Role.BUSINESS_MANAGER)
    with under(stranger):
        assert list(Recommendation.objects.all()) == []
