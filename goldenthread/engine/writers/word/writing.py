"""Each kind of block as Word writes it."""

from datetime import datetime, time
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_BREAK
from docx.shared import Mm, RGBColor

from goldenthread.engine.charts import png
from goldenthread.engine.charts.legible import legible_in
from goldenthread.engine.writers.report import (
    ChartBlock,
    ContentsList,
    Figure,
    Items,
    Notice,
    PageBreak,
    Paragraph,
    Quotation,
    Report,
    SubHeading,
    Table,
    Words,
    words,
)
from goldenthread.engine.writers.word import parts, styles, tables

PICTURE = Mm(132)
LINK = RGBColor(0x1D, 0x4F, 0x8C)


def written(report: Report) -> bytes:
    writing = Writing(legible_in(report))
    writing.write()
    file = BytesIO()
    writing.document.save(file)
    return file.getvalue()


class Writing:
    """One document while it is being written."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.document = docx.Document()
        self.level = 1
        styles.dress(self.document, report.language)

    def write(self) -> None:
        self.properties()
        self.title_page()
        self.running_heads()
        for block in self.report.front:
            self.block(block)
        for n, section in enumerate(self.report.sections, start=1):
            heading = self.document.add_heading(section.heading, section.level)
            parts.bookmark(heading, n, name_of(n))
            self.level = section.level
            for block in section.blocks:
                self.block(block)

    def properties(self) -> None:
        core = self.document.core_properties
        longest = 255  # as Word allows
        core.title, core.subject = self.report.title[:longest], self.report.subtitle[:longest]
        core.author, core.language = self.report.author[:longest], self.report.language
        core.comments = ""
        if self.report.issued:
            core.created = core.modified = datetime.combine(self.report.issued, time())

    def title_page(self) -> None:
        self.document.add_paragraph(self.report.title, style="Title")
        if self.report.subtitle:
            self.document.add_paragraph(self.report.subtitle, style="Subtitle")
        if self.report.issued:
            self.document.add_paragraph(self.report.issued_in_words)
        last = self.document.add_paragraph(self.report.author)
        last.add_run().add_break(WD_BREAK.PAGE)

    def running_heads(self) -> None:
        section = self.document.sections[0]
        head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
        head.text, head.style, foot.style = self.report.title, "Source", "Source"
        foot.paragraph_format.alignment = 2
        for text, instruction in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
            foot.add_run(text)
            parts.field(foot, instruction, [parts.text_run("1")])
            parts.end_field(foot)

    def block(self, block: Any) -> None:
        """Write a block by the method that is called as its kind is."""
        getattr(self, f"add_{block.kind}")(block)

    def add_paragraph(self, block: Paragraph) -> None:
        self.run(self.document.add_paragraph(), words(block.text))

    def add_sub_heading(self, block: SubHeading) -> None:
        self.document.add_heading(block.text, min(self.level + block.depth, 4))

    def add_items(self, block: Items, depth: int = 1) -> None:
        style = "List Number" if block.ordered else "List Bullet"
        number = self.fresh_numbering(style) if block.ordered else None
        for item in block.items:
            paragraph = self.document.add_paragraph(style=style)
            if depth > 1:
                paragraph.paragraph_format.left_indent = Mm(6 * depth)
            if number is not None:
                numbered(paragraph, number)
            self.run(paragraph, words(item.text))
            if item.beneath:
                self.add_items(item.beneath, depth + 1)

    def fresh_numbering(self, style: str) -> int:
        """A list of its own, so that it begins with 1 whatever came before."""
        numbering = self.document.part.numbering_part.element
        used = self.document.styles[style].element.pPr.numPr.numId.val
        number = numbering.add_num(numbering.num_having_numId(used).abstractNumId.val)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(number.numId)

    def add_quotation(self, block: Quotation) -> None:
        paragraph = self.document.add_paragraph(style="Quote")
        self.run(paragraph, words(block.text))
        if block.said_by:
            said_by = self.document.add_paragraph(block.said_by, style="Source")
            said_by.paragraph_format.left_indent = Mm(6)

    def add_figure(self, block: Figure) -> None:
        self.document.add_paragraph(block.number, style="Key figure")
        label = self.document.add_paragraph(block.label)
        label.paragraph_format.left_indent = Mm(6)
        if block.source:
            source = self.document.add_paragraph(f"Source: {block.source}", style="Source")
            source.paragraph_format.left_indent = Mm(6)

    def add_table(self, block: Table) -> None:
        tables.add_table(self.document, block)

    def add_chart(self, block: ChartBlock) -> None:
        self.document.add_paragraph(block.chart.title, style="Caption")
        picture = BytesIO(block.png or png(block.chart, scale=2))
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        drawing = paragraph.add_run().add_picture(picture, width=PICTURE)
        about = drawing._inline.docPr
        about.set("descr", block.chart.description)
        about.set("title", block.chart.title)
        tables.add_table(self.document, block.table, captioned=False)

    def add_notice(self, block: Notice) -> None:
        paragraph = self.document.add_paragraph(style="Notice")
        paragraph.add_run(block.title).bold = True
        paragraph.add_run().add_break()
        self.run(paragraph, words(block.text))

    def add_page_break(self, block: PageBreak) -> None:
        self.document.add_page_break()

    def add_contents(self, block: ContentsList) -> None:
        """A field that Word fills with page numbers; until it does, its headings are links."""
        self.document.add_paragraph(block.title, style="TOC Heading")
        listed = [(n, s) for n, s in enumerate(self.report.sections, 1) if s.level <= block.depth]
        paragraph = self.document.add_paragraph()
        parts.field(paragraph, f'TOC \\o "1-{block.depth}" \\h \\z \\u', [], dirty=True)
        for place, (n, section) in enumerate(listed):
            paragraph = self.document.add_paragraph() if place else paragraph
            paragraph.paragraph_format.left_indent = Mm(6 * (section.level - 1))
            paragraph._p.append(parts.link_within(name_of(n), section.heading))
        parts.end_field(paragraph)
        paragraph.add_run().add_break(WD_BREAK.PAGE)

    def run(self, paragraph: Any, text: Words) -> None:
        for span in text:
            run = paragraph.add_run(span.text)
            run.bold, run.italic = span.bold or None, span.italic or None
            if span.href:
                run.font.underline, run.font.color.rgb = True, LINK
                parts.link_out(paragraph, span.href, [run])


def name_of(number: int) -> str:
    return f"_Toc{number:08d}"


def numbered(paragraph: Any, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number
