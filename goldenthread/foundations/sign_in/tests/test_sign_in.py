import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from goldenthread.foundations.people import demonstration
from goldenthread.foundations.sign_in.tests import people
from goldenthread.foundations.sign_in.tests.people import is_signed_in, sign_in


def page_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def test_a_person_signs_in_with_their_password_and_out_again(client, ade):
    assert sign_in(client)["Location"] == reverse("inbox")
    assert is_signed_in(client)
    assert client.post(reverse("account_logout"))["Location"] == reverse("account_login")
    assert not is_signed_in(client)


def test_one_lands_where_one_wanted_to_go(client, ade):
    wanted = reverse("usersessions_list")
    page = page_of(client.get(reverse("account_login"), {"next": wanted}))
    assert page.find("input", {"name": "next"})["value"] == wanted
    assert sign_in(client, next=wanted)["Location"] == wanted


def test_nobody_is_led_to_another_site(client, ade):
    assert sign_in(client, next="https://elsewhere.example/")["Location"] == reverse("inbox")


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client, ade):
    wrong = sign_in(client, password="not the password")
    unknown = sign_in(client, email="nobody@example.org")
    said = [
        page_of(answer).select_one(".govuk-error-summary a").text for answer in (wrong, unknown)
    ]
    assert said == ["Enter the e-mail address and the password that belong together"] * 2


def test_a_password_is_never_written_back_into_the_page(client, ade):
    assert b"not the password" not in sign_in(client, password="not the password").content


def test_signing_in_changes_the_session_key(client, ade):
    client.get(reverse("account_login"))
    session = client.session
    session["before"] = True
    session.save()
    before = session.session_key
    sign_in(client)
    assert client.session.session_key != before


def test_after_five_wrong_passwords_even_the_right_one_waits(client, ade):
    for _ in range(5):
        sign_in(client, password="not the password")
    said = page_of(sign_in(client)).select_one(".govuk-error-summary").text
    assert "too many wrong attempts" in said
    assert not is_signed_in(client)


def test_comings_and_goings_are_on_the_trail_without_values(client, ade, owner):
    sign_in(client, password="not the password")
    sign_in(client, email="nobody@example.org")
    sign_in(client)
    client.post(reverse("account_logout"))
    assert people.marks(owner) == [
        ("someone not signed in", "failed to sign in"),
        ("someone not signed in", "failed to sign in"),
        ("Ade Okoro", "signed in"),
        ("Ade Okoro", "signed out"),
    ]
    written = str(owner.execute("SELECT * FROM trail_mark").fetchall())
    assert "nobody@example.org" not in written
    assert "not the password" not in written


def test_the_demonstration_lists_its_people_and_says_it_asks_no_second_factor(
    client, committed, settings
):
    settings.DEMONSTRATION = True
    chosen = demonstration.accounts()[0]
    someone = people.someone(email=chosen.email)
    people.choose_password(someone, demonstration.PASSWORD)
    page = page_of(client.get(reverse("account_login")))
    assert "no second factor" in page.text
    form = page.find("input", {"value": chosen.email}).find_parent("form")
    assert chosen.role.capitalize() in form.text
    typed = {field["name"]: field["value"] for field in form.select("input")}
    client.post(reverse("account_login"), typed)
    assert is_signed_in(client)


def test_outside_the_demonstration_no_account_is_listed(client, ade):
    chosen = demonstration.accounts()[0]
    assert chosen.email.encode() not in client.get(reverse("account_login")).content


@pytest.mark.parametrize("name", ["inbox", "account_login", "mfa_index"])
def test_no_page_behind_the_door_is_kept_by_a_browser_or_a_proxy(client, ade, name):
    sign_in(client)
    assert client.get(reverse(name))["Cache-Control"] == "no-store, private"
