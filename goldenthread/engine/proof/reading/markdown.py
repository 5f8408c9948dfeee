"""Markdown: a maintained parser makes HTML of it, with each block's line kept for its place."""

from markdown_it import MarkdownIt
from markdown_it.token import Token

from goldenthread.engine.proof.document import Document
from goldenthread.engine.proof.reading import plain_text, web_page

NESTING = 40


def read(text: str, name: str) -> Document:
    """The document in Markdown text."""
    parser = MarkdownIt("commonmark", {"html": True, "breaks": True, "maxNesting": NESTING})
    parser.enable("table")
    tokens = parser.parse(text)
    for token in tokens:
        mark_line(token)
    page = parser.renderer.render(tokens, parser.options, {})
    return web_page.read(str(page), name) if text.strip() else plain_text.read(text, name)


def mark_line(token: Token) -> None:
    if token.map and token.nesting >= 0:
        token.attrSet("data-line", str(token.map[0] + 1))
