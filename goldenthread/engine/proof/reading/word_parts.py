"""The parts inside a .docx file, each opened under a limit so that a bomb stays folded."""

import zipfile
from dataclasses import dataclass

from lxml import etree

from goldenthread.engine.proof.reading.refusal import CannotRead

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
W, R = f"{{{NAMES['w']}}}", f"{{{NAMES['r']}}}"
LARGEST_PART = 60_000_000
MOST_PARTS = 5_000
FOUND_INSTEAD = (
    (b"%PDF", "is a PDF"),
    (b"\xd0\xcf\x11\xe0", "is an older Office file, or one with a password"),
    (b"{\\rtf", "is a rich text (RTF) file"),
    (b"<", "is a web page or XML"),
)


def named(prefix: str, tag: str) -> str:
    return f"{{{NAMES[prefix]}}}{tag}"


def looks_like(content: bytes) -> str:
    start = content.lstrip()[:8]
    return next(
        (said for mark, said in FOUND_INSTEAD if start.startswith(mark)), "is something else"
    )


@dataclass
class Parts:
    archive: zipfile.ZipFile

    def __post_init__(self) -> None:
        names = self.archive.namelist()
        if len(names) > MOST_PARTS:
            raise CannotRead(
                f"The Word document holds {len(names)} parts; at most {MOST_PARTS} are read."
            )
        if "word/document.xml" not in names:
            raise CannotRead("The file is a zip or other Office file, not a Word document.")

    def named_like(self, kind: str) -> list[str]:
        start = f"word/{kind}"
        return sorted(
            n for n in self.archive.namelist() if n.startswith(start) and n.endswith(".xml")
        )

    def content(self, path: str) -> bytes:
        """A part's bytes; the limit holds whatever size the archive claims."""
        with self.archive.open(path) as part:
            content = part.read(LARGEST_PART + 1)
        if len(content) > LARGEST_PART:
            raise CannotRead(
                f"The Word document unpacks to more than {LARGEST_PART // 1_000_000} MB."
            )
        return content

    def xml(self, path: str, needed: bool = False) -> etree._Element | None:
        """A part as XML, without entities or network; None if it is not there."""
        if path not in self.archive.namelist():
            return None
        content = self.content(path)
        if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content:
            raise CannotRead("The Word document declares XML entities, which no honest one does.")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
        )
        return etree.fromstring(content, parser)

    def links(self, path: str) -> dict[str, str]:
        """The addresses outside the document that a part points at, by relationship id."""
        folder, _, name = path.rpartition("/")
        root = self.xml(f"{folder}/_rels/{name}.rels")
        return {
            link.get("Id", ""): link.get("Target", "")
            for link in (root if root is not None else ())
            if link.get("TargetMode") == "External"
        }

    def heading_levels(self) -> dict[str, int]:
        """Style ids that are headings (or the title, as level 1), with their levels."""
        root = self.xml("word/styles.xml")
        levels = {f"Heading{n}": n for n in range(1, 7)} | {"Title": 1}
        for style in root.iter(W + "style") if root is not None else ():
            if level := level_of(style):
                levels[style.get(W + "styleId", "")] = level
        return levels

    def hidden(self, body: etree._Element | None) -> tuple[str, ...]:
        """What rides along unseen: tracked changes and comments."""
        found = []
        if body is not None and next(body.iter(W + "del", W + "ins"), None) is not None:
            found.append("tracked changes")
        if "word/comments.xml" in self.archive.namelist():
            found.append("comments")
        return tuple(found)


def level_of(style: etree._Element) -> int:
    outline = style.find(f"{W}pPr/{W}outlineLvl")
    if outline is not None and outline.get(W + "val", "9") in "012345":
        return int(outline.get(W + "val", "0")) + 1
    name = style.find(W + "name")
    said = (name.get(W + "val", "") if name is not None else "").lower()
    if said.startswith("heading ") and said[8:].isdigit():
        return int(said[8:])
    return 1 if said == "title" else 0
