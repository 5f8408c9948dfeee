"""How our Word documents look: one place, through Word's own styles, so that authors can change it."""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from goldenthread.engine.writers.word.parts import border, element, paragraph_border

FONT = "Arial"
NAVY, QUIET, PLUM, INK = "0F3557", "505A5F", "8A2A62", "0B0C0C"
SIZES = {
    "Normal": (11, INK, False),
    "Title": (34, NAVY, True),
    "Subtitle": (17, QUIET, False),
    "Heading 1": (20, NAVY, True),
    "Heading 2": (14, NAVY, True),
    "Heading 3": (12, NAVY, True),
    "Heading 4": (11, NAVY, True),
    "Caption": (10.5, INK, True),
    "Quote": (12, INK, False),
    "TOC Heading": (20, NAVY, True),
    "List Bullet": (11, INK, False),
    "List Number": (11, INK, False),
}
SPACES = {
    "Normal": (0, 8),
    "Title": (180, 10),
    "Subtitle": (0, 60),
    "Heading 1": (28, 8),
    "Heading 2": (20, 6),
    "Heading 3": (14, 4),
    "Heading 4": (12, 4),
    "Caption": (14, 5),
    "Quote": (10, 10),
    "List Bullet": (0, 4),
    "List Number": (0, 4),
}


def dress(document: Any, language: str) -> None:
    """Set page, language and styles of a new document."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin, section.bottom_margin = Mm(26), Mm(24)
    section.different_first_page_header_footer = True
    for name, (size, colour, bold) in SIZES.items():
        dress_style(style_named(document, name), size, colour, bold)
    for name, (before, after) in SPACES.items():
        spacing = style_named(document, name).paragraph_format
        spacing.space_before, spacing.space_after = Pt(before), Pt(after)
    add_small_styles(document)
    speak(document, language)


def style_named(document: Any, name: str) -> Any:
    if name not in [style.name for style in document.styles]:
        return document.styles.add_style(name, 1)
    return document.styles[name]


def dress_style(style: Any, size: float, colour: str, bold: bool) -> None:
    font = style.font
    font.size, font.bold, font.italic = Pt(size), bold, False
    font.color.rgb = RGBColor.from_string(colour)
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:spacing")):
        properties.remove(old)
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)


def add_small_styles(document: Any) -> None:
    """Styles of our own: sources, numbers, notices and cells; and the lines beside or beneath others."""
    for name, size, colour, bold in (
        ("Source", 8.5, QUIET, False),
        ("Key figure", 24, NAVY, True),
        ("Notice", 11, INK, False),
        ("Table text", 9.5, INK, False),
    ):
        style = document.styles.add_style(name, 1)
        style.base_style = document.styles["Normal"]
        dress_style(style, size, colour, bold)
        style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(2)
    document.styles["Caption"].paragraph_format.keep_with_next = True
    document.styles["Key figure"].paragraph_format.keep_with_next = True
    replace_border(document.styles["Title"])
    replace_border(document.styles["Heading 1"], border("bottom", NAVY, size=10, space=4))
    replace_border(document.styles["Quote"], border("left", PLUM, size=24, space=10))
    replace_border(document.styles["Key figure"], border("left", NAVY, size=24, space=10))
    box = [border(edge, NAVY, size=10, space=6) for edge in ("top", "left", "bottom", "right")]
    replace_border(document.styles["Notice"], *box)
    document.styles["Quote"].paragraph_format.left_indent = Mm(6)
    document.styles["Quote"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    document.styles["Key figure"].paragraph_format.left_indent = Mm(6)


def replace_border(style: Any, *borders: Any) -> None:
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    if borders:
        paragraph_border(style, *borders)


def speak(document: Any, language: str) -> None:
    """The language of the whole document, which a screen reader picks its voice by."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in run.findall(qn("w:lang")):
        run.remove(old)
    run.append(element("w:lang", val=language, eastAsia=language, bidi="ar-SA"))
