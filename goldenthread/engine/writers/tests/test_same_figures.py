"""The promise of the writers: whoever reads the page, the PDF or the Word file reads the same figures."""

import re
from collections import Counter
from copy import copy

from docx.oxml.ns import qn

FIGURES = re.compile(r"\d[\d,.]*\d|\d")
CONTENTS_PAGE = 1


def figures_in(text: str) -> Counter[str]:
    return Counter(FIGURES.findall(text))


def in_page(page) -> Counter[str]:
    body = copy(page.find("main"))
    for drawing in body.find_all("svg"):
        drawing.decompose()
    return figures_in(body.get_text(" "))


def in_word(document) -> Counter[str]:
    """All text of the body but the instructions of fields; the running foot is not in the body."""
    texts = [
        t.text for p in document.element.body.iter(qn("w:p")) for t in (*p.iter(qn("w:t")), SPACE)
    ]
    return figures_in("".join(texts))


def numbers_of_lists(page) -> Counter[str]:
    """A PDF writes out the numbers of its lists, which the others leave to the reader's program."""
    return Counter(
        str(n)
        for ol in page.find_all("ol")
        for n, _ in enumerate(ol.find_all("li", recursive=False), 1)
    )


class SPACE:
    text = " "


def in_pdf(pdf_file) -> Counter[str]:
    """What a screen reader comes to: no artifacts (running heads), no drawings, no page numbers of the contents."""
    texts = [tagged_text(page) for n, page in enumerate(pdf_file.pages) if n != CONTENTS_PAGE]
    return figures_in(" ".join(texts))


def tagged_text(page) -> str:
    found: list[str] = []
    open_marks: list[str] = []

    def before(operator, operands, *_):
        if operator in {b"BDC", b"BMC"}:
            open_marks.append(str(operands[0]))
        elif operator == b"EMC":
            open_marks.pop()

    def text(words, *_):
        if not {"/Artifact", "/Figure"} & set(open_marks):
            found.append(words)

    page.extract_text(visitor_operand_before=before, visitor_text=text)
    return "".join(found)


def test_the_page_the_pdf_and_the_word_file_hold_the_same_figures(page, pdf_file, document):
    shown = in_page(page)
    assert len(shown) > 25
    assert in_word(document) == shown
    assert in_pdf(pdf_file) == shown + numbers_of_lists(page)
