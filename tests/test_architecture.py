"""Promises about the shape of the code that no single app could test for itself.

Each first proves that it looked at something.
"""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.template import engines

from goldenthread.foundations.lock.declarations import Unlocked, declared
from goldenthread.foundations.people.entrances import page_table
from tests.pages import every_page

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "goldenthread"
VIEWS = sorted(
    [*HOUSE.glob("*/*/views.py"), *HOUSE.glob("*/*/views/*.py"), HOUSE / "home" / "views.py"]
)
PAGES = sorted(HOUSE.glob("*/*/pages*.py"))
MIGRATIONS = sorted(HOUSE.glob("**/migrations/0*.py"))
TEMPLATES = sorted(HOUSE.glob("**/*.jinja"))
OFFERS = sorted(HOUSE.glob("capabilities/*/offers.py"))


def tree(path: Path) -> ast.AST:
    return ast.parse(path.read_text())


def imports(path: Path) -> set[str]:
    found = {
        alias.name for n in ast.walk(tree(path)) if isinstance(n, ast.Import) for alias in n.names
    }
    return found | {n.module or "" for n in ast.walk(tree(path)) if isinstance(n, ast.ImportFrom)}


def test_views_and_pages_never_reach_for_a_table():
    assert VIEWS, "the search for views found none"
    for path in [*VIEWS, *PAGES]:
        used = {n.attr for n in ast.walk(tree(path)) if isinstance(n, ast.Attribute)}
        assert "objects" not in used, f"{path.relative_to(ROOT)} should ask queries.py"


def test_migrations_import_only_django():
    assert MIGRATIONS, "the search for migrations found none"
    strays = {
        path.name: i
        for path in MIGRATIONS
        for i in imports(path)
        if not i.startswith(("django", "datetime"))
    }
    assert not strays


def test_every_page_stands_in_a_permission_table_and_no_table_names_a_page_that_is_gone():
    names = {page.name for page in every_page()}
    assert set(page_table()) == names


def test_every_table_of_ours_has_a_lock():
    ours = [
        m
        for m in apps.get_models(include_auto_created=True)
        if m.__module__.startswith("goldenthread.")
    ]
    assert ours, "the search for models found none"
    assert not [
        m._meta.label for m in ours if m._meta.managed and m._meta.db_table not in declared()
    ]


def test_nothing_is_unlocked_without_a_reason():
    unlocked = {table: lock for table, lock in declared().items() if isinstance(lock, Unlocked)}
    assert unlocked, "the search for unlocked tables found none"
    assert all(len(lock.why) > 20 for lock in unlocked.values())


def foundation_order() -> list[str]:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
    return next(c["layers"] for c in contracts if c["name"] == "Foundations rest on those below")


def storey(model: type[models.Model], order: list[str]) -> int:
    """How high in the house a model lives; foreign keys may point down, never up or across."""
    parts = model.__module__.split(".")
    if parts[:2] == ["goldenthread", "capabilities"]:
        return len(order) + 1
    return len(order) - order.index(parts[2]) if parts[:2] == ["goldenthread", "foundations"] else 0


def test_foreign_keys_point_down_the_house_like_imports():
    order = foundation_order()
    keys = [
        (model, field.related_model)
        for model in apps.get_models()
        if model.__module__.startswith("goldenthread.")
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey)
        and field.related_model._meta.app_label != model._meta.app_label
    ]
    assert keys, "the search for foreign keys found none"
    wrong = [(str(a), str(b)) for a, b in keys if storey(a, order) <= storey(b, order)]
    assert not wrong


def test_no_relation_between_many_and_many_hides_its_owner():
    """A link table has an owner too, so it is written out as a model of its own."""
    hidden = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("goldenthread.")
        for field in model._meta.local_many_to_many
        if field.remote_field.through._meta.auto_created
    ]
    assert not hidden


def test_every_template_is_used():
    assert TEMPLATES, "the search for templates found none"
    code = "".join(p.read_text() for p in [*HOUSE.glob("**/*.py"), *TEMPLATES])
    unused = [name for name in map(template_name, TEMPLATES) if not mentioned(name, code)]
    assert not unused


def test_every_template_can_be_read():
    """A slip of syntax shows only when the page is opened, so each is read here."""
    assert TEMPLATES, "the search for templates found none"
    read = engines["jinja2"].env.get_template
    assert all(read(template_name(path)) for path in TEMPLATES if "/jinja2/" in str(path))


def template_name(path: Path) -> str:
    return re.split("/(?:jinja2|templates)/", str(path), maxsplit=1)[1]


def mentioned(name: str, code: str) -> bool:
    """By its whole name; allauth asks for its own templates by name without the ending."""
    return name in code or name.startswith(("account/", "mfa/", "usersessions/", "socialaccount/"))


def test_an_offer_defines_nothing_that_nobody_asks():
    questions = {
        n.name
        for n in ast.walk(tree(HOUSE / "foundations" / "questions.py"))
        if isinstance(n, ast.FunctionDef)
    }
    assert questions, "the search for questions found none"
    for path in OFFERS:
        offered = {
            n.name
            for n in tree(path).body
            if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")
        }
        assert offered <= questions, f"{path.relative_to(ROOT)} answers what nobody asks"


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "misc"])
def test_no_file_has_a_name_that_says_nothing(word):
    files = [p.stem for p in HOUSE.glob("**/*.py")]
    assert files, "the search for files found none"
    assert word not in files


def test_no_address_of_another_site_is_asked_for_by_a_page():
    assert TEMPLATES, "the search for templates found none"
    asked = re.compile(r"(?:src|href)=[\"']https?://|@import|url\(https?:")
    assert not [str(p) for p in TEMPLATES if asked.search(p.read_text())]
