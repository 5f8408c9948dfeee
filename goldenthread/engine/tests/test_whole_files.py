"""A file is there whole or not at all, whatever happens while it is written."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from goldenthread.engine.whole_files import folder_for, whole_file, whole_files, why

KILLED_BETWEEN = """
import os, sys
from pathlib import Path
from goldenthread.engine.whole_files import whole_files
first, second, third = map(Path, sys.argv[1:])
replace = Path.replace
def killed_after_one(part, to):
    replace(part, to)
    os._exit(9)
Path.replace = killed_after_one
with whole_files([first, second, third]) as parts:
    for part in parts:
        part.write_text("new")
"""


def test_a_file_is_there_when_the_block_ends_well(tmp_path):
    with whole_file(tmp_path / "a.csv") as part:
        part.write_text("new")
        assert not (tmp_path / "a.csv").exists()
    assert (tmp_path / "a.csv").read_text() == "new"
    assert os.listdir(tmp_path) == ["a.csv"]


def half_written(folder: Path, failure: type[BaseException]) -> None:
    with whole_files([folder / "a.csv", folder / "b.csv"]) as parts:
        parts[0].write_text("half")
        raise failure


@pytest.mark.parametrize("failure", [RuntimeError, KeyboardInterrupt, OSError])
def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path, failure):
    (tmp_path / "a.csv").write_text("old")
    with pytest.raises(failure):
        half_written(tmp_path, failure)
    assert (tmp_path / "a.csv").read_text() == "old"
    assert os.listdir(tmp_path) == ["a.csv"]


def test_two_runs_at_once_never_mix_their_lines(tmp_path):
    to = tmp_path / "a.csv"
    with whole_file(to) as one, whole_file(to) as other:
        assert one != other
        one.write_text("one" * 1000)
        other.write_text("other" * 1000)
    assert to.read_text() in ("one" * 1000, "other" * 1000)
    assert os.listdir(tmp_path) == ["a.csv"]


def test_a_set_killed_between_two_files_lacks_its_first(tmp_path):
    """So that nobody takes a mixture of two sets for one."""
    names = [tmp_path / name for name in ("first", "second", "third")]
    for name in names:
        name.write_text("old")
    code = subprocess.run([sys.executable, "-c", KILLED_BETWEEN, *map(str, names)], timeout=60)
    assert code.returncode == 9
    assert [name.exists() for name in names] == [False, True, True]
    assert {name.read_text() for name in names[1:]} == {"old", "new"}


def test_a_file_kept_from_others_stays_so(tmp_path):
    path = tmp_path / "issues.csv"
    path.write_text("old")
    path.chmod(0o600)
    with whole_file(path) as part:
        part.write_text("new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_is_followed_and_stays_a_link(tmp_path):
    (tmp_path / "real.csv").write_text("old")
    link = tmp_path / "link.csv"
    link.symlink_to("real.csv")
    with whole_file(link) as part:
        part.write_text("new")
    assert link.is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"


@pytest.mark.parametrize("place", ["nowhere/a.csv", ".", "x" * 300])
def test_a_place_that_cannot_be_written_is_told_before_any_work(tmp_path, place):
    with pytest.raises(OSError, match=r"No such|not a file|too long") as told:
        whole_file(tmp_path / place).__enter__()
    assert Path(told.value.filename).name in (place, "a.csv", tmp_path.name)


def test_a_folder_made_for_nothing_is_taken_away(tmp_path):
    with pytest.raises(OSError, match="full"), folder_for(tmp_path / "new"):
        raise OSError("full")
    with pytest.raises(OSError, match="full"), folder_for(tmp_path):
        raise OSError("full")
    assert tmp_path.exists()
    assert os.listdir(tmp_path) == []


def test_why_is_told_by_writers_that_have_their_own_errors():
    assert why(OSError(28, "No space left")) == "No space left"
    assert why(OSError("No space left (os error 28)")) == "No space left (os error 28)"
