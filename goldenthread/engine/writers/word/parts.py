"""The parts of Word's own language that python-docx has no words for."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(tag: str, **attributes: object) -> Any:
    """An element such as `element("w:lang", val="en-GB")`; attributes are Word's own (w:…)."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def text_run(text: str) -> Any:
    run, words = element("w:r"), element("w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    return run


def field(paragraph: Any, instruction: str, shown: list[Any], *, dirty: bool = False) -> None:
    """A field: Word works it out anew; until then readers see `shown` (runs and links)."""
    begin = element("w:fldChar", fldCharType="begin")
    if dirty:
        begin.set(qn("w:dirty"), "true")
    words = element("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = f" {instruction} "
    for part in (begin, words, element("w:fldChar", fldCharType="separate")):
        run = element("w:r")
        run.append(part)
        paragraph._p.append(run)
    for run in shown:
        paragraph._p.append(run)


def end_field(paragraph: Any) -> None:
    run = element("w:r")
    run.append(element("w:fldChar", fldCharType="end"))
    paragraph._p.append(run)


def bookmark(paragraph: Any, number: int, name: str) -> None:
    """A place that links and the contents can lead to."""
    paragraph._p.insert(1, element("w:bookmarkStart", id=number, name=name))
    paragraph._p.append(element("w:bookmarkEnd", id=number))


def link_within(name: str, text: str) -> Any:
    link = element("w:hyperlink", anchor=name, history=1)
    link.append(text_run(text))
    return link


def link_out(paragraph: Any, address: str, runs: list[Any]) -> None:
    """Put runs that are already in the paragraph into a link to an address."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, kind, is_external=True))
    paragraph._p.append(link)
    for run in runs:
        link.append(run._r)


def border(edge: str, colour: str, *, size: int = 6, space: int = 0) -> Any:
    """A line on one side; `size` in eighths of a point."""
    return element(f"w:{edge}", val="single", sz=size, space=space, color=colour)


def paragraph_border(style_or_paragraph: Any, *borders: Any) -> None:
    lines = element("w:pBdr")
    for each in borders:
        lines.append(each)
    style_or_paragraph._element.get_or_add_pPr().insert_element_before(
        lines, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
