"""After `goldenthread reseal` nothing but kept drafts needs the older key, and everything still opens."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from goldenthread.config.commands import reseal
from goldenthread.foundations.documents import actions as documents
from goldenthread.foundations.documents import store
from goldenthread.foundations.documents.models import Version
from goldenthread.foundations.documents.rules import Classification
from goldenthread.foundations.lock import resealing
from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Person
from goldenthread.foundations.sign_in import letters, post
from goldenthread.foundations.sign_in.models import Draft, OrganisationSignIn
from goldenthread.foundations.sign_in.tests import people

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()
TOKENS = "SELECT (regexp_matches({0}::text, 'gAAAAA[A-Za-z0-9_=-]+', 'g'))[1] FROM {0}"


@pytest.fixture
def ade(committed, client, settings, tmp_path):
    """Everything that is sealed, sealed with the old key; then the new one is put before it."""
    settings.DOCUMENTS_ROOT, settings.SEALING_KEYS = str(tmp_path / "documents"), [OLD]
    ade = people.someone()
    people.sign_in(client)
    with opened(Keys(Door.SIGN_IN, person=ade.person_id)):
        person = Person.objects.get(pk=ade.person_id)
        TOTP.activate(person, generate_totp_secret())
        RecoveryCodes.activate(person)
        Draft.objects.create(person=person, page="a", address="/a/", words="The family had moved")
        post.post(letters.code({"code": "123456"}), to="ade@example.org")
    with under(ade):
        enter(ade)
        for number in range(3):
            file = SimpleUploadedFile(f"{number}.txt", f"What we learned: {number}".encode())
            kind = Classification.RESTRICTED
            documents.keep(file, title="Learning", classification=kind, about="tests:1", by=ade)
    settings.SEALING_KEYS = [NEW, OLD]
    return ade


def enter(ade) -> None:
    OrganisationSignIn.objects.create(
        partnership_id=ade.partnership_id,
        organisation_id=ade.organisation_id,
        slug="council",
        server="https://login.example.org",
        client_id="golden-thread",
        secret="shared",
        domains=["example.org"],
        changed_by_id=ade.person_id,
    )


def opens_with(key: str, token: bytes) -> bool:
    try:
        return Fernet(key).decrypt(token) is not None
    except InvalidToken:
        return False


def sealed_with(owner, key: str) -> dict[str, int]:
    """How many things this key sealed, by table, in every table there is."""
    named = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    tables = [name for (name,) in owner.execute(named).fetchall()]
    found = {
        table: sum(opens_with(key, t.encode()) for (t,) in owner.execute(TOKENS.format(table)))
        for table in tables
    }
    found["documents"] = sum(opens_with(key, f.read_bytes()) for f in store.kept_files())
    return {place: number for place, number in found.items() if number}


EVERYWHERE = {
    "django_session": 1,
    "documents": 3,
    "mfa_authenticator": 2,
    "procrastinate_jobs": 1,
    "sign_in_draft": 1,
    "sign_in_organisationsignin": 1,
}


def test_only_what_may_only_be_added_still_needs_the_older_key(ade, owner, capsys):
    assert sealed_with(owner, OLD) == EVERYWHERE
    assert reseal.main([]) == 1
    assert sealed_with(owner, OLD) == {"sign_in_draft": 1}
    assert sum(sealed_with(owner, NEW).values()) == sum(EVERYWHERE.values()) - 1
    said = capsys.readouterr().out
    assert "1 in sign_in_draft.words may only be added" in said
    assert "Keep the older keys for now." in said
    assert people.marks(owner)[-1] == ("seal everything anew", "sealed everything anew")


def test_once_the_drafts_are_gone_nothing_needs_it_and_all_opens(ade, client, owner, settings):
    owner.execute("ALTER TABLE sign_in_draft DISABLE TRIGGER USER")
    owner.execute("DELETE FROM sign_in_draft")
    owner.execute("ALTER TABLE sign_in_draft ENABLE TRIGGER USER")
    assert reseal.main([]) == 0
    settings.SEALING_KEYS = [NEW]
    assert client.get(reverse("inbox")).status_code == 200
    with opened(Keys(Door.SIGN_IN)):
        kinds = [one.wrap() for one in Authenticator.objects.order_by("type")]
        assert len(kinds[0].get_unused_codes()) == 10
    with under(ade):
        assert OrganisationSignIn.objects.get().secret == "shared"
        for version in Version.objects.all():
            assert store.fetch(version.checksum, partnership_id=ade.partnership_id)
    (args,) = owner.execute(
        "SELECT args->>'sealed' FROM procrastinate_jobs WHERE args ? 'sealed'"
    ).fetchone()
    assert post.unseal(args)


def test_a_second_run_changes_nothing(ade, owner, capsys):
    reseal.main([])
    before = sorted(file.stat().st_mtime_ns for file in store.kept_files())
    capsys.readouterr()
    reseal.main([])
    assert sorted(file.stat().st_mtime_ns for file in store.kept_files()) == before
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "sealed anew now" in line and ", 0 of" not in line] == []


def test_stopped_halfway_it_goes_on_where_it_was(ade, owner, monkeypatch):
    monkeypatch.setattr(resealing, "BATCH", 1)
    monkeypatch.setattr(store, "_write", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        reseal.main([])
    assert sealed_with(owner, OLD) == {"documents": 3, "sign_in_draft": 1}
    monkeypatch.undo()


def test_what_no_key_opens_is_counted_and_left_as_it_is(ade, owner, settings, capsys):
    settings.SEALING_KEYS = [NEW]
    assert reseal.main([]) == 1
    assert "documents: 3 open with none of SEALING_KEYS" in capsys.readouterr().err
    assert sealed_with(owner, OLD) == EVERYWHERE


def test_every_sealed_column_is_found_and_reached():
    """One more? See that `reseal` opens its rows: a test above must make one and find it renewed."""
    assert {column.title for column in resealing.columns()} == {
        "sign_in_draft.words",
        "sign_in_organisationsignin.secret",
        "django_session.session_data",
        "mfa_authenticator.data",
        "procrastinate_jobs.args",
    }
