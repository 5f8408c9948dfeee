"""The command line on a machine where somebody has not set everything yet."""

import os
import subprocess
import sys

import pytest

from goldenthread import cli

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


def test_a_reader_that_stops_reading_stops_the_command_without_a_word():
    """As `goldenthread clock --list | head -1` does."""
    command = [sys.executable, "-m", "goldenthread.cli", "clock", "--list", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.close()
        assert running.stderr is not None
        assert running.stderr.read() == b""
    assert running.returncode == 141


def test_ctrl_c_stops_a_command_without_a_traceback(monkeypatch, capsys):
    def stopped(_):
        raise KeyboardInterrupt

    monkeypatch.setattr("goldenthread.engine.returns.listing.command.main", stopped)
    assert cli.main(["rules"]) == 130
    assert capsys.readouterr().err == "\nStopped.\n"
