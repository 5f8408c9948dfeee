"""Apps, recovery codes, and when they are asked for."""

from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.sign_in.tests import people
from goldenthread.foundations.sign_in.tests.going import code_now, page_of, problems, set_up_app
from goldenthread.foundations.sign_in.tests.people import is_signed_in, sign_in


def test_an_app_is_set_up_and_then_asked_for(client, confirmed):
    secret = set_up_app(confirmed)
    newcomer = Client()
    assert sign_in(newcomer)["Location"] == reverse("mfa_authenticate")
    assert not is_signed_in(newcomer)
    answer = newcomer.post(reverse("mfa_authenticate"), {"code": code_now(secret, 1)})
    assert answer["Location"] == reverse("inbox")
    assert is_signed_in(newcomer)


def test_a_code_works_once_even_after_allauth_has_forgotten_it(confirmed, owner):
    code = code_now(set_up_app(confirmed), 1)
    for newcomer, goes_in in ((Client(), True), (Client(), False)):
        sign_in(newcomer)
        newcomer.post(reverse("mfa_authenticate"), {"code": code})
        assert is_signed_in(newcomer) == goes_in
        forgotten = owner.execute(
            "DELETE FROM sign_in_count WHERE cache_key LIKE '%allauth.mfa.totp.used%'"
        )
        assert forgotten.rowcount == 1


def test_a_wrong_code_is_refused_in_words(client, confirmed):
    set_up_app(confirmed)
    newcomer = Client()
    sign_in(newcomer)
    answer = newcomer.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Enter the code that is shown now" in problems(answer)
    assert not is_signed_in(newcomer)


def test_the_secret_of_an_app_is_sealed_in_the_database(client, confirmed, owner):
    secret = set_up_app(confirmed)
    held = str(owner.execute("SELECT data FROM mfa_authenticator").fetchall())
    assert secret not in held
    assert "gAAAA" in held  # how everything sealed begins


def test_while_an_app_is_set_up_its_secret_is_sealed_in_the_session(confirmed, owner):
    page = page_of(confirmed.get(reverse("mfa_activate_totp")))
    secret = page.find(id="totp-key").text
    assert confirmed.session["mfa.totp.secret"] == secret
    assert secret not in str(owner.execute("SELECT * FROM django_session").fetchall())


def test_recovery_codes_are_shown_once_and_each_works_once(client, confirmed):
    set_up_app(confirmed)
    page = page_of(confirmed.get(reverse("mfa_view_recovery_codes")))
    codes = page.find(id="recovery-codes").text.split()
    assert len(codes) == 10
    assert codes[0] in page.find("a", download=True)["href"]
    assert codes[0] not in confirmed.get(reverse("mfa_view_recovery_codes")).content.decode()
    for newcomer, goes_in in ((Client(), True), (Client(), False)):
        sign_in(newcomer)
        newcomer.post(reverse("mfa_authenticate"), {"code": codes[0]})
        assert is_signed_in(newcomer) == goes_in


def test_new_recovery_codes_replace_the_old(confirmed):
    set_up_app(confirmed)
    old = page_of(confirmed.get(reverse("mfa_view_recovery_codes"))).find(id="recovery-codes").text
    page_of(confirmed.get(reverse("mfa_generate_recovery_codes")))
    confirmed.post(reverse("mfa_generate_recovery_codes"))
    new = page_of(confirmed.get(reverse("mfa_view_recovery_codes"))).find(id="recovery-codes").text
    assert not set(old.split()) & set(new.split())


def test_an_app_is_removed(confirmed):
    set_up_app(confirmed)
    page_of(confirmed.get(reverse("mfa_deactivate_totp")))
    assert confirmed.post(reverse("mfa_deactivate_totp"))["Location"] == reverse("mfa_index")
    newcomer = Client()
    assert sign_in(newcomer)["Location"] == reverse("inbox")


def test_changing_a_factor_long_after_signing_in_asks_again(confirmed, settings):
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = -1
    answer = confirmed.get(reverse("mfa_activate_totp"))
    assert answer["Location"].startswith(reverse("account_reauthenticate"))
    page_of(confirmed.get(answer["Location"]))
    assert "Enter your password" in problems(confirmed.post(answer["Location"], {"password": "no"}))
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
    answer = confirmed.post(answer["Location"], {"password": people.PASSWORD})
    assert answer["Location"] == reverse("mfa_activate_totp")


def test_confirming_again_with_a_code(confirmed, settings):
    secret = set_up_app(confirmed)
    page_of(confirmed.get(reverse("mfa_reauthenticate")))
    answer = confirmed.post(reverse("mfa_reauthenticate"), {"code": code_now(secret, 1)})
    assert answer["Location"] == reverse("inbox")


def test_a_role_that_reaches_case_records_is_led_to_set_up_a_second_factor(
    client, committed, settings
):
    settings.SECOND_FACTOR_REQUIRED = True
    member = people.someone(Role.BUSINESS_MANAGER)
    sign_in(client)
    page = reverse("documents:download", kwargs={"partnership": member.slug, "pk": 1})
    answer = client.get(page)
    assert answer["Location"] == reverse("mfa_index")
    assert "A second factor keeps your account safe" in page_of(client.get(answer["Location"])).text
    client.post(reverse("account_reauthenticate"), {"password": people.PASSWORD})
    set_up_app(client)
    assert client.get(page).status_code == 404


def test_the_inbox_waits_for_the_second_factor_too(client, committed, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    people.someone(Role.BUSINESS_MANAGER)
    sign_in(client)
    assert client.get(reverse("inbox"))["Location"] == reverse("mfa_index")


def test_factors_leave_marks(confirmed, owner):
    set_up_app(confirmed)
    confirmed.post(reverse("mfa_deactivate_totp"))
    did = [did for _, did in people.marks(owner)]
    assert did.count("added a second factor") == 2  # the app, and the codes that come with it
    assert "removed a second factor" in did


def test_another_persons_factors_are_out_of_reach(confirmed, ade):
    set_up_app(confirmed)
    stranger = people.someone(email="bo@example.org")
    with opened(Keys(Door.INBOX, person=stranger.person_id)):
        assert not Authenticator.objects.exists()
    with opened(Keys(Door.INBOX, person=ade.person_id)):
        assert Authenticator.objects.count() == 2
