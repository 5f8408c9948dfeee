"""The deployment recipe says what the code asks for, and what it says works."""

import os
import re
import subprocess
import sys

import pytest

from goldenthread import cli
from goldenthread.config.settings.places import ROOT

RECIPE = (ROOT / "docs" / "running" / "README.md").read_text()
UNITS = sorted((ROOT / "docs" / "running" / "systemd").iterdir())
ASKED = re.compile(r'(?:\benv(?:_list|_long|_keys)?|needed)\(\s*"([A-Z_]+)"')
VALUES = {
    "DATABASE_URL": "postgresql://app@/nowhere",
    "SECRET_KEY": "a-long-enough-secret-of-more-than-fifty-characters-0123456789",
    "SEALING_KEYS": "b25seS1mb3ItdGVzdHMtb25seS1mb3ItdGVzdHMtMTI=",
    "ALLOWED_HOSTS": "golden-thread.example",
    "SITE_ADDRESS": "https://golden-thread.example",
    "DOCUMENTS_ROOT": "/nowhere",
    "EMAIL_HOST": "mail.example",
    "EMAIL_FROM": "thread@golden-thread.example",
}


def asked_for() -> set[str]:
    sources = [*ROOT.glob("goldenthread/config/**/*.py")]
    found = {name for path in sources for name in ASKED.findall(path.read_text())}
    assert {"DATABASE_URL", "DATABASE_BACKUP_URL", "SEALING_KEYS"} <= found
    return found


def check(values: dict[str, str]) -> subprocess.CompletedProcess:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    settings = {"DJANGO_SETTINGS_MODULE": "goldenthread.config.settings.production"}
    command = [sys.executable, "-m", "goldenthread.cli", "manage", "check", "--deploy"]
    return subprocess.run(
        [*command, "--fail-level", "WARNING"],
        cwd=ROOT,
        env={**kept, **settings, **values},
        capture_output=True,
        text=True,
    )


def test_every_variable_that_the_code_asks_for_is_in_the_recipe():
    assert not {name for name in asked_for() if f"`{name}`" not in RECIPE}


def test_with_the_recipes_variables_the_site_is_fit_to_deploy():
    done = check(VALUES)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["SEALING_KEYS"])
def test_a_variable_that_is_missing_is_named_with_its_purpose(name):
    done = check({key: value for key, value in VALUES.items() if key != name})
    assert done.returncode != 0
    assert (
        f"Set {name} in the server's environment: encrypt documents and sessions at rest"
        in done.stderr
    )


def test_the_units_start_commands_that_there_are():
    started = [
        line for unit in UNITS for line in unit.read_text().splitlines() if "ExecStart" in line
    ]
    ours = [re.search(r"bin/goldenthread (\S+)", line) for line in started]
    assert len(started) == 3
    assert {match[1] for match in ours if match} == {"work", "backup"} <= set(cli.COMMANDS)
