"""What the documents say is so: links lead somewhere, commands exist, words are classes, pictures are there.

Each test first proves that it looked at something.
"""

import ast
import re
import shlex
from pathlib import Path

import pytest

from goldenthread.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parents[1]
AT_THE_DOOR = [ROOT / name for name in ("README.md", "DEVELOPERS.md", "GLOSSARY.md", "SECURITY.md")]
DOCUMENTS = [*AT_THE_DOOR, *sorted((ROOT / "docs").glob("**/*.md"))]
LINK = re.compile(r"\[(?P<words>[^\]]*)\]\((?P<to>[^)\s]+)\)")
PICTURE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<to>[^)\s]+\.png)\)")
LINKED_NAME = re.compile(r"\[`(?P<name>\w+)`\]\((?P<to>[^)\s]+\.py)\)")
NAMED_COMMAND = re.compile(r"\bgoldenthread ([a-z][a-z-]*)")
NAMED_TARGET = re.compile(r"\bmake ([a-z]+)")
CODE = re.compile(r"```.*?```|`[^`]+`", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)
# Clean, and issues found: what a command answers that could read what it was given.
ANSWERED = (0, 1)
LARGEST_PICTURE = 200_000  # bytes


def links_of(document: Path) -> list[str]:
    """Where a document leads inside the repository, without the place on the page."""
    found = (link["to"].split("#")[0] for link in LINK.finditer(document.read_text()))
    return [to for to in found if to and not to.startswith(("https://", "mailto:"))]


def in_code(document: Path) -> str:
    """What a reader would type: fenced lines and words set as code."""
    return "\n".join(CODE.findall(document.read_text()))


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(document):
    assert document.exists(), f"{document.name} is missing"
    broken = [to for to in links_of(document) if not (document.parent / to).exists()]
    assert not broken


@pytest.mark.parametrize("document", AT_THE_DOOR, ids=lambda path: path.name)
def test_a_document_at_the_door_leads_further(document):
    assert links_of(document), "the search for links found none"


def test_what_analysts_are_told_to_write_in_python_runs_as_it_stands(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["synthesise", "903", "looked-after", "--children", "20"]) == 0
    examples = PYTHON.findall((ROOT / "docs" / "analysts" / "README.md").read_text())
    assert len(examples) > 1, "the search for examples found none"
    for example in examples:
        exec(compile(example, "docs/analysts", "exec"), {})  # noqa: S102 - our own document
    said = capsys.readouterr().out
    assert "{('Assessments', 1)}" in said
    assert "shape:" in said


@pytest.mark.parametrize("name", ["README.md", "DEVELOPERS.md"])
def test_every_command_that_is_named_can_be_run(name):
    said = in_code(ROOT / name)
    commands, targets = NAMED_COMMAND.findall(said), NAMED_TARGET.findall(said)
    assert commands, "the search for commands found none"
    assert targets, "the search for targets of make found none"
    assert set(commands) <= set(COMMANDS)
    assert set(targets) <= make_targets()


def test_the_list_of_commands_leaves_none_out():
    listed = set(NAMED_COMMAND.findall(in_code(ROOT / "DEVELOPERS.md")))
    started_by_make = {"demo", "stop"}
    assert set(COMMANDS) - started_by_make <= listed


@pytest.mark.parametrize("name", ["README.md", "docs/analysts/README.md"])
def test_the_commands_for_invented_returns_run_one_after_another(
    name, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    told = [block for block in SHELL.findall((ROOT / name).read_text()) if "synthesise" in block]
    assert told, "the search for commands found none"
    for block in told:
        printed = run(block, capsys)
        rereferred = re.search(r"^2 .* 2025/26 .*%$", printed, re.MULTILINE)
        assert rereferred or "synthesise 903" in block


def run(block, capsys):
    """Each command of a block, with fewer children than it says; what they printed."""
    for line in filter(None, (shlex.split(line, comments=True) for line in block.splitlines())):
        given = ["120" if word.isdigit() and int(word) > 1000 else word for word in line[1:]]
        assert main(given) in ANSWERED, line
    return capsys.readouterr().out


def test_every_word_of_the_glossary_is_defined_where_it_says():
    words = list(LINKED_NAME.finditer((ROOT / "GLOSSARY.md").read_text()))
    assert len(words) > 50, "the search for words found too few"
    astray = [word["name"] for word in words if word["name"] not in defined_in(ROOT / word["to"])]
    assert not astray


def defined_in(module: Path) -> set[str]:
    kinds = (ast.ClassDef, ast.FunctionDef)
    return {node.name for node in ast.parse(module.read_text()).body if isinstance(node, kinds)}


def test_every_picture_is_there_is_small_and_is_described():
    pictures = list(PICTURE.finditer((ROOT / "README.md").read_text()))
    assert pictures, "the search for pictures found none"
    for picture in pictures:
        assert len(picture["words"]) > 20, f"{picture['to']} is not described"
        assert 0 < (ROOT / picture["to"]).stat().st_size < LARGEST_PICTURE, picture["to"]


def test_every_picture_that_was_taken_is_shown():
    taken = {path.name for path in (ROOT / "docs" / "pictures").glob("*.png")}
    assert taken, "the search for pictures found none"
    shown = {
        Path(picture["to"]).name for picture in PICTURE.finditer((ROOT / "README.md").read_text())
    }
    assert taken == shown


def test_decisions_are_numbered_one_by_one():
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "adr").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
