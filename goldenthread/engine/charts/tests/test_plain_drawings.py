from xml.etree import ElementTree

import pytest

from goldenthread.engine.charts import Box, GroupBox, flow, structure

GROUPS = [
    GroupBox("Executive", note="7 meetings", href="/groups/1"),
    GroupBox("Safeguarding Effectiveness", "Executive"),
    GroupBox("Learning & Development", "Executive"),
    GroupBox("Task and finish: neglect", "Learning & Development"),
]
STAGES = ("Finding", "Recommendation", "Action", "Evidence", "Test in practice")
BOXES = [
    Box("f", "Finding", "Strategy meetings were late", "Audit, 2024", "/f/1", ("r1", "r2")),
    Box("r1", "Recommendation", "Agree one route into strategy meetings", leads_to=("a",)),
    Box("r2", "Recommendation", "Train the duty teams <first>"),
    Box("a", "Action", "Publish the route"),
]
SVG = "{http://www.w3.org/2000/svg}"


def test_the_structure_is_drawn_and_listed_alike():
    made = structure(GROUPS)
    [top] = made.branches
    assert [branch.group.name for branch in top.beneath] == [GROUPS[1].name, GROUPS[2].name]
    drawn = " ".join(ElementTree.fromstring(made.svg).itertext())
    assert all(word in drawn for group in GROUPS for word in group.name.split())
    assert made.description.startswith("4 groups. Executive: Safeguarding Effectiveness, Learning")


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        ([GroupBox("a", "b")], "“a” answers to “b”, which is not among"),
        ([GroupBox("a", "b"), GroupBox("b", "a")], "answers to itself"),
        ([GroupBox("a"), GroupBox("a")], "same name"),
    ],
)
def test_a_structure_that_cannot_be_is_refused(groups, message):
    with pytest.raises(ValueError, match=message):
        structure(groups)


def test_each_box_with_a_record_is_a_link_with_a_title():
    root = ElementTree.fromstring(flow(STAGES, BOXES, title="The thread").svg)
    [link] = root.iter(f"{SVG}a")
    assert link.attrib["href"] == "/f/1"
    assert link.find(f"{SVG}title").text == "Strategy meetings were late Audit, 2024"
    assert root.attrib["role"] == "group"  # one image would hide its links from a screen reader


def test_there_is_an_arrow_for_each_step():
    root = ElementTree.fromstring(flow(STAGES, BOXES, title="The thread").svg)
    curves = [p for p in root.iter(f"{SVG}path") if p.attrib["fill"] == "none"]
    assert len(curves) == 3


def test_no_box_lies_over_another():
    made = flow(STAGES, [Box(f"{n}", "Finding", f"Finding {n}") for n in range(9)], title="t")
    tops = sorted(float(r.attrib["y"]) for r in ElementTree.fromstring(made.svg).iter(f"{SVG}rect") if r.attrib["width"] == "210")  # fmt: skip
    assert all(b - a >= 40 for a, b in zip(tops, tops[1:], strict=False))


def test_the_list_says_what_leads_to_what():
    stages = flow(STAGES, BOXES, title="The thread").stages
    [(finding, following)] = stages[0].boxes
    assert [box.key for box in following] == ["r1", "r2"]
    assert stages[3].boxes == ()


@pytest.mark.parametrize(
    ("boxes", "message"),
    [
        ([Box("a", "Nowhere", "A")], "“Nowhere”, which is not a column"),
        ([Box("a", "Finding", "A", leads_to=("b",))], "“b”, which is not in the diagram"),
        ([Box("a", "Finding", "A"), Box("a", "Finding", "B")], "same key"),
    ],
)
def test_a_diagram_that_cannot_be_is_refused(boxes, message):
    with pytest.raises(ValueError, match=message):
        flow(STAGES, boxes, title="t")


def test_drawings_carry_no_style_and_no_script():
    for svg in (structure(GROUPS).svg, flow(STAGES, BOXES, title="t").svg):
        assert " style=" not in svg
        assert "<script" not in svg
