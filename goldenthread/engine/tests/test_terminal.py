"""What a command prints reaches any terminal and can do nothing to it."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from goldenthread import cli
from goldenthread.engine import terminal

RED, LEFT = "\x1b[31m", "\u202e"
COMMANDS = ("check", "read", "rules", "indicators", "clock", "synthesise", "gallery")


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "goldenthread.cli", *command],
        env=environment,
        capture_output=True,
        timeout=60,
    )


@pytest.mark.parametrize("command", ["check", "read", "indicators"])
def test_a_files_name_does_nothing_to_the_terminal(command, tmp_path, capsys):
    name = f"{RED}red{LEFT}\nissues: none.csv"
    assert cli.main([command, str(tmp_path / name)]) == 2
    told = capsys.readouterr().err
    assert "red" in told
    assert not set(told) & {"\x1b", LEFT}
    assert told.count("\n") == 1


def test_a_name_that_was_read_does_nothing_to_the_terminal(tmp_path, capsys):
    path = tmp_path / f"{RED}red.csv"
    path.write_text("CHILD,DOB,REVIEW,REVIEW_CODE\nc1,01/02/2010,01/05/2025,PN1\n")
    cli.main(["check", str(path)])
    cli.main(["read", str(path)])
    told = capsys.readouterr().out
    assert "red.csv" in told
    assert "\x1b" not in told


@pytest.mark.parametrize("command", COMMANDS)
def test_a_long_argument_is_told_in_a_few_lines(command, tmp_path, capsys):
    try:
        code = cli.main([command, "--" + "9" * 5_000])
    except SystemExit as stopped:
        code = stopped.code
    told = capsys.readouterr().err
    assert code == 2
    assert f"“goldenthread {command} --help” says what it takes" in told
    assert len(told) < 600


def test_an_empty_name_is_not_taken_for_the_folder_we_are_in(capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main(["check", ""])
    assert stopped.value.code == 2
    assert "One of the names given is empty" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["abc", "1.5", "9" * 5_000, "²", "--3", "11", ""])
def test_a_number_out_of_bounds_is_told_with_its_bounds(text):
    read = terminal.whole_number(-5, 10)
    assert (read("-5"), read("10")) == (-5, 10)
    with pytest.raises(Exception, match="give a whole number from -5 to 10"):
        read(text)


def test_a_terminal_that_knows_ascii_alone_gets_all_and_json_stays_json():
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    with terminal.plain_streams(stream, stream):
        sys.stdout.write(json.dumps(["é “😀” \udce9"], ensure_ascii=False))
    stream.flush()
    written = stream.buffer.getvalue().decode("ascii")
    assert json.loads(written) == ["é “😀” \udce9"]


def test_every_command_prints_where_only_ascii_is_known(tmp_path):
    for command in (["rules"], ["clock", "--list"], ["rules", "--help"]):
        done = run(*command, PYTHONIOENCODING="ascii", LANG="C")
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.isascii()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("command", [["rules"], ["rules", "--help"], ["clock", "--list"]])
def test_a_full_disk_behind_the_output_is_told(command):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "goldenthread.cli", *command],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "What was found cannot be printed (No space left on device)\n"
