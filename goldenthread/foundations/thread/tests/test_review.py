"""The six-monthly review, the settings, and what happens when a seat is handed over."""

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread import actions, offers, queries
from goldenthread.foundations.thread.models import Action, ProgressNote
from goldenthread.foundations.thread.queries.themes import retired_themes
from goldenthread.foundations.thread.tests import making
from goldenthread.foundations.thread.tests.browsing import address, get, post, soup, words
from goldenthread.foundations.trail.models import Mark


def answers(*forms):
    return {f"action-{pk}-{name}": value for pk, fields in forms for name, value in fields.items()}


def test_everything_open_for_one_organisation_is_answered_at_once(client, manager, lead):
    first, second, third = (making.action(manager, t, owner=lead) for t in ("One", "Two", "Three"))
    making.action(manager, "Somebody else's", owner=manager)
    page = words(get(client, lead, "review-organisation", pk=lead.organisation_id))
    assert "3 actions to answer" in page
    assert "Somebody else's" not in page
    typed = answers(
        (first.pk, {"standing": "going", "progress": "Half way"}),
        (second.pk, {"standing": "done", "evidence": "A list"}),
        (third.pk, {"standing": "nothing"}),
    )
    answer = post(client, lead, "review-organisation", typed, pk=lead.organisation_id)
    assert answer.status_code == 302
    with under(manager):
        stages = Action.objects.filter(owner_seat=lead.seat_id).order_by("pk")
        assert [a.stage for a in stages] == ["in progress", "reported done", "not started"]


def test_an_error_in_one_answer_keeps_nothing_and_loses_nothing_typed(client, manager, lead):
    first, second = (making.action(manager, t, owner=lead) for t in ("One", "Two"))
    typed = answers(
        (first.pk, {"standing": "going", "progress": "Half way"}),
        (second.pk, {"standing": "done", "evidence": ""}),
    )
    page = soup(post(client, lead, "review-organisation", typed, pk=lead.organisation_id))
    wrong = words(page.find(class_="govuk-error-summary"))
    assert f"{second.reference}: Say what shows that it was done" in wrong
    assert page.find(id=f"id_action-{first.pk}-progress").get_text().strip() == "Half way"
    with under(manager):
        assert not ProgressNote.objects.exists()


def test_someone_quicker_is_told_beside_the_item_and_the_rest_is_not_half_kept(
    client, manager, lead, monkeypatch
):
    first, second = (making.action(manager, t, owner=lead) for t in ("One", "Two"))
    typed = answers(
        (first.pk, {"standing": "going", "progress": "Half way"}),
        (second.pk, {"standing": "going", "progress": "Also"}),
    )
    whole = actions.update

    def quicker(*, action, **said):
        if action.pk == second.pk:
            actions.take_action_step("close", action=action, reason="Closed", by=manager)
            said |= {"standing": "done", "evidence": "x"}
        return whole(action=action, **said)

    monkeypatch.setattr(actions, "update", quicker)
    page = soup(post(client, lead, "review-organisation", typed, pk=lead.organisation_id))
    assert "no longer open" in words(page.find(class_="govuk-error-summary"))
    with under(manager):
        assert not ProgressNote.objects.exists()


def test_another_organisations_review_is_not_found(client, manager, lead):
    making.action(manager, owner=manager)
    where = address("review-organisation", lead, pk=manager.organisation_id)
    assert factories.sign_in(client, lead).get(where).status_code == 404


def test_a_lay_member_reads_a_review_and_answers_nothing(client, manager, lead):
    making.action(manager, owner=lead)
    lay = making.colleague(manager, Role.LAY_MEMBER)
    page = get(client, lay, "review-organisation", pk=lead.organisation_id)
    assert "Write health into the invitation list" in words(page)
    assert page.find("main").find("form") is None


def test_settings_lie_over_the_shipped_edition(client, manager):
    typed = {"soon_days": "10", "reminder_days": "-3, 0, 5", "new_theme": "Cost of living"}
    assert post(client, manager, "settings", typed).status_code == 302
    with under(manager):
        assert queries.thresholds_of(manager.partnership_id).soon_days == 10
        assert queries.schedule_of(manager.partnership_id).days == (-3, 0, 5)
    assert "Cost of living" in words(get(client, manager, "settings"))
    wrong = soup(post(client, manager, "settings", {"reminder_days": "soon"}))
    assert "Enter whole numbers" in words(wrong)


def test_a_seats_open_actions_pass_to_the_successor(manager, lead):
    action = making.action(manager, owner=lead)
    successor = making.colleague(manager, Role.AGENCY_LEAD)
    with under(manager):
        of, to = Seat.objects.get(pk=lead.seat_id), Seat.objects.get(pk=successor.seat_id)
        assert offers.work_held_by(of, manager)[0].how_many == 1
        offers.pass_on_work(of=of, to=to, by=manager)
        action.refresh_from_db()
        assert action.owner_seat_id == successor.seat_id
        offers.pass_on_work(of=to, to=None, by=manager)
        action.refresh_from_db()
        assert (action.owner_seat_id, action.owner_organisation_id) == (None, lead.organisation_id)


def test_a_theme_of_our_own_is_retired_with_its_reason_and_findings_keep_it(client, manager):
    with under(manager):
        theme = actions.add_local_theme(title="Dogs", by=manager)
    found = making.finding(manager, themes=[theme.key])
    assert "Retire Dogs" in words(get(client, manager, "settings"))
    assert post(client, manager, "theme-retire", {}, code="dogs").status_code == 200
    answer = post(client, manager, "theme-retire", {"reason": "Too rare"}, code="dogs")
    assert answer.status_code == 302
    page = words(get(client, manager, "settings"))
    assert "Too rare" in page
    assert "Retire Dogs" not in page
    assert "Dogs" in words(get(client, manager, "finding", pk=found.pk))
    assert "Dogs" not in words(get(client, manager, "new-finding"))
    with under(manager):
        assert Mark.objects.filter(did="retired a theme").count() == 1


def test_a_theme_that_comes_back_has_no_reason_to_be_retired(manager):
    with under(manager):
        theme = actions.add_local_theme(title="Dogs", by=manager)
        actions.retire_local_theme(code="dogs", reason="Too rare", by=manager)
        assert actions.add_local_theme(title="Dogs", by=manager) == theme
        assert theme.key in queries.themes_of(manager.partnership_id)
        assert list(retired_themes(manager.partnership_id)) == []
