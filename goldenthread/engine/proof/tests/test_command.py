"""The command line: what it prints and how it exits."""

import json

import pytest

from goldenthread.engine.proof import command

WRONG = "Agency\tCases\nPolice\t14\nHealth\t19\nSchools\t22\nTotal\t65\n"
RIGHT = WRONG.replace("65", "55")


@pytest.fixture
def paper(tmp_path):
    def write(words: str, name: str = "paper.txt") -> str:
        (tmp_path / name).write_text(words, "utf-8")
        return str(tmp_path / name)

    return write


def test_a_clean_file_exits_nought(paper, capsys):
    assert command.main([paper(RIGHT)]) == 0
    assert "nothing found" in capsys.readouterr().out


def test_a_slip_exits_one_and_is_told_in_words(paper, capsys):
    assert command.main([paper(WRONG)]) == 1
    told = capsys.readouterr().out
    assert "row 5, column 2" in told
    assert "lines add to 55" in told


def test_json_is_one_list_for_all_files(paper, capsys):
    assert command.main(["--json", paper(WRONG, "a.txt"), paper(RIGHT, "b.txt")]) == 1
    (slip,) = json.loads(capsys.readouterr().out)
    assert slip["file"].endswith("a.txt")
    assert (slip["expected"], slip["found"]) == (55, 65)
    assert set(slip) == {
        "file",
        "place",
        "quote",
        "kind",
        "message",
        "certainty",
        "expected",
        "found",
    }


def test_an_unreadable_file_exits_two_and_the_others_are_still_read(paper, capsys):
    assert command.main(["--json", paper("%PDF-1.7", "x.docx"), paper(WRONG)]) == 2
    said = capsys.readouterr()
    assert "PDF" in said.err
    assert len(json.loads(said.out)) == 1
