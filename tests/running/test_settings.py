"""What a site refuses to start with. Each try is a process of its own: settings are read once."""

import base64
import os
import subprocess
import sys

import pytest

KEY = base64.urlsafe_b64encode(b"k" * 32).decode()
ENOUGH = {
    "SECRET_KEY": "s3cr3t-" * 9,
    "SEALING_KEYS": KEY,
    "ALLOWED_HOSTS": "thread.example",
    "DATABASE_URL": "postgresql://app@db.example/thread",
    "EMAIL_HOST": "mail.example",
    "EMAIL_FROM": "post@thread.example",
    "SITE_ADDRESS": "https://thread.example",
    "DOCUMENTS_ROOT": "/nowhere",
}


def started(settings: str, **given: str) -> subprocess.CompletedProcess[str]:
    named = {"DJANGO_SETTINGS_MODULE": f"goldenthread.config.settings.{settings}"}
    clean = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"],
        env=clean | named | ENOUGH | given,
        capture_output=True,
        text=True,
    )


def test_the_site_starts_with_all_that_it_asks_for():
    done = started("production")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"SECRET_KEY": ""}, "Set SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is shorter than 50"),
        ({"SEALING_KEYS": " , "}, "SEALING_KEYS holds nothing"),
        ({"SEALING_KEYS": f"{KEY},hunter2"}, "Key 2 in SEALING_KEYS"),
        ({"ALLOWED_HOSTS": ""}, "Set ALLOWED_HOSTS"),
    ],
)
def test_the_site_does_not_start_without_its_keys(given, says):
    done = started("production", **given)
    assert done.returncode != 0
    assert says in done.stderr
    assert "hunter2" not in done.stderr


def test_the_demonstration_does_not_open_a_database_of_another_machine():
    done = started("demo")
    assert done.returncode != 0
    assert "settings.production" in done.stderr


def test_djangos_own_commands_take_the_real_keys_where_a_real_database_is_named():
    done = subprocess.run(
        [sys.executable, "-m", "goldenthread.cli", "manage", "check"],
        env={"PATH": os.environ["PATH"], "DATABASE_URL": ENOUGH["DATABASE_URL"]},
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0
    assert "Set SECRET_KEY" in done.stderr
