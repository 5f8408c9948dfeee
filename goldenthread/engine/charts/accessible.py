"""An SVG made fit to stand in a page: named, described, with ids of its own, and with no style."""

import hashlib
import re
from xml.etree import ElementTree

from goldenthread.engine.charts.legible import legible

SVG = "http://www.w3.org/2000/svg"
KEPT_ON_ROOT = {"viewBox"}
NOTHING = "M0,0h0v0h0Z"
NEEDLESS = {"opacity": "1", "stroke-width": "1"}
REFERENCE = re.compile(r"url\(#([^)]+)\)")


def key_of(*parts: object) -> str:
    """A short name for a drawing, the same for the same content; ids begin with it."""
    return "c" + hashlib.sha256(repr(parts).encode()).hexdigest()[:10]


def accessible(svg: str, *, title: str, description: str, key: str) -> str:
    """The drawing as one image with a name and a description, as wide as the place it stands in."""
    ElementTree.register_namespace("", SVG)
    root = ElementTree.fromstring(svg)  # noqa: S314 - drawn by ourselves a moment ago
    prune(root)
    for element in root.iter():
        plain(element, key)
    for name in set(root.attrib) - KEPT_ON_ROOT:
        del root.attrib[name]
    root.attrib.update(root_attributes(key))
    root.insert(0, element_with("title", f"{key}-title", title))
    root.insert(1, element_with("desc", f"{key}-desc", description))
    return ElementTree.tostring(root, encoding="unicode")


def root_attributes(key: str) -> dict[str, str]:
    return {
        "role": "img",
        "aria-labelledby": f"{key}-title {key}-desc",
        "width": "100%",
        "focusable": "false",
        "class": "chart",
    }


def prune(element: ElementTree.Element) -> None:
    """Take out what draws nothing: a third of the drawing, which pages carry and PDFs would draw."""
    for child in list(element):
        prune(child)
        empty_group = child.tag == f"{{{SVG}}}g" and not len(child)
        if empty_group or child.get("display") == "none" or child.get("d") == NOTHING:
            element.remove(child)


def plain(element: ElementTree.Element, key: str) -> None:
    """Take out what only matters to scripts and style sheets, and make ids and references ours."""
    for name, value in list(element.attrib.items()):
        dropped = name in {"class", "role", "style", "pointer-events"} or name.startswith("aria-")
        if dropped or NEEDLESS.get(name) == value:
            del element.attrib[name]
        elif name == "id":
            element.set(name, f"{key}-{value}")
        elif "url(#" in value:
            element.set(name, REFERENCE.sub(rf"url(#{key}-\1)", value))


def element_with(tag: str, identity: str, text: str) -> ElementTree.Element:
    element = ElementTree.Element(f"{{{SVG}}}{tag}", {"id": identity})
    element.text = legible(text)
    return element
