"""What is kept while one types."""

import pytest
from bs4 import BeautifulSoup
from django.db import ProgrammingError, transaction
from django.urls import reverse

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.sign_in import tasks
from goldenthread.foundations.sign_in.drafts import actions, queries
from goldenthread.foundations.sign_in.models import Draft
from goldenthread.foundations.sign_in.tests import people
from goldenthread.foundations.sign_in.tests.people import sign_in

KEEP = "sign_in_keep"


def keep(client, form, words: str, over="", **headers):
    typed = {"what": words, "draft-page": form, "draft-over": over}
    return client.post(reverse(KEEP), typed, headers=headers)


def by_script(client, form, words: str, over="") -> int:
    return keep(client, form, words, over, accept="application/json").json()["over"]


def kept(member) -> list[Draft]:
    with under(member):
        return list(queries.kept_by(member.person_id))


def test_save_for_later_brings_one_back_to_the_page(inside, ade, form):
    assert keep(inside, form, "half a sentence")["Location"] == form
    page = inside.get(reverse("sign_in_everything_kept"))
    link = BeautifulSoup(page.content, "html.parser").select_one("#main-content li a")["href"]
    assert "half a sentence" in inside.get(link).content.decode()


def test_each_version_names_the_one_it_was_typed_over(inside, ade, form):
    first = by_script(inside, form, "one")
    second = by_script(inside, form, "one two", over=first)
    [newest] = kept(ade)
    assert (newest.pk, newest.over_id) == (second, first)


def test_a_clash_keeps_both(inside, ade, form):
    first = by_script(inside, form, "one")
    by_script(inside, form, "east", over=first)
    by_script(inside, form, "west", over=first)
    assert sorted("east" in draft.words for draft in kept(ade)) == [False, True]


def test_once_sent_it_is_no_longer_offered(inside, ade, form):
    pk = by_script(inside, form, "one")
    inside.post(reverse("usersessions_list"), {"draft-sent": pk})  # any form that is taken
    assert kept(ade) == []


def test_a_form_that_is_refused_stays_kept(inside, ade, form):
    pk = by_script(inside, form, "one")
    wrong = {"oldpassword": "no", "password1": "a", "password2": "b", "draft-sent": pk}
    inside.post(reverse("account_change_password"), wrong)
    assert len(kept(ade)) == 1


def test_thrown_away_is_gone_from_the_list(inside, ade, form):
    pk = by_script(inside, form, "one")
    inside.post(reverse("sign_in_throw_away", args=[pk]))
    assert kept(ade) == []


def test_another_person_can_neither_see_nor_end_it(client, inside, ade, form):
    pk = by_script(inside, form, "one")
    people.someone(email="bo@example.org")
    inside.post(reverse("account_logout"))
    sign_in(inside, email="bo@example.org")
    assert inside.get(reverse("sign_in_kept_words", args=[pk])).status_code == 404
    inside.post(reverse("sign_in_throw_away", args=[pk]))
    assert len(kept(ade)) == 1


def test_even_without_a_filter_the_database_shows_only_ones_own(inside, ade, form):
    by_script(inside, form, "one")
    stranger = people.someone(email="bo@example.org")
    with under(stranger):
        assert list(Draft.objects.all()) == []
    with opened(Keys(Door.SIGN_IN)):
        assert list(Draft.objects.all()) == []


@pytest.mark.parametrize("page", ["https://elsewhere.example/", "//elsewhere.example/", "/no/", ""])
def test_only_pages_of_ours_have_something_kept(inside, page):
    assert keep(inside, page, "words").status_code == 404


def test_nothing_is_kept_of_the_pages_on_which_passwords_are_typed(inside):
    assert keep(inside, reverse("account_change_password"), "words").status_code == 404


def test_too_much_is_refused_in_words(inside, ade, form):
    keep(inside, form, "x" * 1_000_001)
    assert kept(ade) == []
    assert keep(inside, form, "x" * 1_000_001, accept="application/json").status_code == 413


def test_one_person_cannot_fill_the_database(inside, ade, form, monkeypatch):
    monkeypatch.setattr(actions, "MOST_OF_ONE_PERSON", 2)
    for words in ("one", "two", "three"):
        keep(inside, form, words)
    assert len(kept(ade)) == 2


def test_a_version_is_never_changed_and_not_removed_before_its_time(inside, ade, form):
    by_script(inside, form, "one")
    with pytest.raises(ProgrammingError, match="only ever added"), under(ade):
        Draft.objects.update(page="changed")
    with pytest.raises(ProgrammingError, match="only ever added"), under(ade), transaction.atomic():
        Draft.objects.all().delete()


def test_a_month_later_it_is_forgotten(inside, ade, form, owner):
    by_script(inside, form, "old")
    owner.execute("SET session_replication_role = replica")
    owner.execute("UPDATE sign_in_draft SET at = at - interval '31 days'")
    by_script(inside, form, "new")
    tasks.forget_old_drafts(timestamp=0)
    assert [draft.words for draft in kept(ade)] == ['{"what": ["new"]}']


def test_a_page_can_open_with_what_was_kept(inside, ade, form, rf):
    by_script(inside, form, "half a sentence")
    request = rf.get(form)
    request.member = ade
    with under(ade):
        assert queries.typed(request) == {"what": "half a sentence"}
