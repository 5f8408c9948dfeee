"""The gallery: one page that asks for nothing, with every chart and its table."""

import re
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup

from goldenthread import cli
from goldenthread.engine import charts
from goldenthread.engine.charts.gallery import command, examples


@pytest.fixture(scope="module")
def page():
    return BeautifulSoup(command.page(), "html.parser")


def test_every_chart_that_we_draw_is_in_the_gallery():
    drawn = {"bar", "control_chart", "funnel", "grouped_bar", "heat_map", "journey", "stacked_bar", "timeline", "trend"}  # fmt: skip
    others = {"flow", "structure", "png"}
    functions = {name for name in charts.__all__ if name.islower()}
    assert functions == drawn | others, "a new kind of chart belongs in the gallery"
    source = examples.__spec__.loader.get_source(examples.__name__)
    assert all(re.search(rf"return {name}\(", source) for name in drawn)


def test_each_chart_stands_with_its_name_and_its_table(page):
    figures = page.find_all("figure")
    assert len(figures) == sum(len(makers) for _, _, makers in examples.SHOWN) >= 12
    for figure in figures:
        assert figure.figcaption.text == figure.svg.title.text
        assert len(figure.svg.desc.text) > 40
        assert len(figure.table.find_all("tr")) >= 4


def test_the_page_asks_for_nothing(page):
    asking = [
        tag for tag in page.find_all(True) if tag.get("src") or tag.name in ("script", "link")
    ]
    assert asking == []
    assert all(link["href"].startswith("#") for link in page.find_all("a"))
    assert "url(http" not in str(page)


def test_no_id_stands_twice(page):
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_the_command_writes_the_page(tmp_path, capsys):
    out = tmp_path / "charts.html"
    assert cli.main(["gallery", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "charts.html" in capsys.readouterr().out


def test_a_page_that_cannot_be_written_is_told_plainly(tmp_path, capsys):
    assert cli.main(["gallery", str(tmp_path / "nowhere" / "charts.html")]) == 2
    assert "cannot be written (No such file" in capsys.readouterr().err


def test_help_costs_no_drawing():
    code = "import sys; from goldenthread import cli\ntry: cli.main(['gallery', '--help'])\nexcept SystemExit: pass\nprint([m for m in ('vl_convert', 'django', 'polars') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")
