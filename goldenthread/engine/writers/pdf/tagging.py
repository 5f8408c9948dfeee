"""What the PDF's tags still lack when WeasyPrint has written them.

It names the header cells of each data cell, but gives no scope to the header cells themselves; it
leaves running heads and page numbers as content outside the tree, where PDF/UA wants artifacts; and it
does not mark links as printable.
"""

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint import Document

PRINTED = 4
"""The flag of an annotation that is printed as it is seen (ISO 32000, table 165)."""
SCOPES = {"/THead": "/Column", "/TBody": "/Row"}
Element = dict[str, Any]


def finish(document: Document, pdf: pydyf.PDF) -> None:
    """Complete the tags of a document that is about to be written."""
    objects: dict[bytes, Any] = {thing.reference: thing for thing in pdf.objects}
    for thing in pdf.objects:
        if isinstance(thing, dict) and thing.get("S") == "/TH":
            thing["A"]["Scope"] = scope_of(thing, objects)
        elif isinstance(thing, dict) and thing.get("Subtype") == "/Link":
            thing["F"] = PRINTED
    root = objects[pdf.catalog["StructTreeRoot"]]
    set_aside_running_heads(root, objects)


def scope_of(cell: Element, objects: dict[bytes, Any]) -> str:
    """A header cell in the head of a table is for its column, one in its body for its row."""
    above = objects[cell["P"]]
    while above["S"] not in SCOPES and above["S"] != "/Table":
        above = objects[above["P"]]
    return SCOPES.get(above["S"], "/Column")


def set_aside_running_heads(root: Element, objects: dict[bytes, Any]) -> None:
    """Make an artifact of each piece of content that no reader of the tree comes to."""
    reached = set(beneath(root["K"], objects))
    numbers = objects[root["ParentTree"]]["Nums"]
    for pages in numbers:
        if not isinstance(pages, list):
            continue
        for place, reference in enumerate(pages):
            if reference not in reached:
                make_artifact(objects[reference], place, objects)
                pages[place] = "null"


def beneath(kids: list[Any], objects: dict[bytes, Any]) -> Iterator[bytes]:
    waiting = list(kids)
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, bytes):
            yield kid
            waiting += objects[kid].get("K", [])


def make_artifact(element: Element, mark: int, objects: dict[bytes, Any]) -> None:
    content = objects[objects[element["Pg"]]["Contents"]].stream
    for n, part in enumerate(content):
        if isinstance(part, dict) and part.get("MCID") == mark:
            content[n - 1] = "/Artifact"
            content[n] = pydyf.Dictionary({"Type": "/Pagination"})
