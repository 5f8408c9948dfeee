"""The command line on a machine where somebody has not set everything yet."""

import os
import subprocess
import sys

import pytest

SITE_COMMANDS = (["trail", "verify"], ["report", "build", "--partnership", "a", "--period", "b"])


@pytest.mark.parametrize("command", SITE_COMMANDS, ids=lambda command: command[0])
def test_a_command_on_a_server_half_set_up_says_what_is_missing(command):
    """A database is named, so the demonstration is not taken for it; the secret is not."""
    given = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    given["DATABASE_URL"] = "postgresql://somebody@/nowhere"
    done = subprocess.run(
        [sys.executable, "-m", "goldenthread.cli", *command],
        env=given,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 2
    assert "Set SECRET_KEY in the server's environment" in done.stderr
    assert "Traceback" not in done.stderr
