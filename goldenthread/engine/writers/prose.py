"""What report authors type, a small part of Markdown, as blocks.

Paragraphs, lists, bold, italics, links, sub-headings and quotations are read; anything else stays as
text. HTML is text too. A link leads to http, https or mailto, or into this site; others are text.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from goldenthread.engine.writers.report import (
    Block,
    Item,
    Items,
    Paragraph,
    Quotation,
    Span,
    SubHeading,
    Words,
)

LINKS = ("https://", "http://", "mailto:", "/", "#")
READ = ("heading", "list", "blockquote", "emphasis", "link", "escape", "newline", "entity")
TEXTS = {"text": "", "softbreak": " ", "hardbreak": "\n"}
PLAIN = Span("")


def blocks(text: str) -> list[Block]:
    """The blocks of a piece of prose, in their order."""
    tree = SyntaxTreeNode(reader().parse(text))
    first = next((node.tag for node in tree.children if node.type == "heading"), "")
    return [block for node in tree.children for block in blocks_of(node, first)]


def words(text: str) -> Words:
    """One line of prose with its emphasis and links, whatever blocks it might make."""
    return joined(spans(SyntaxTreeNode(reader().parseInline(text))))


@cache
def reader() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": False}).enable(list(READ))
    setattr(markdown, "validateLink", is_safe)  # noqa: B010 - the library's own way to set it
    return markdown


def is_safe(address: str) -> bool:
    return address.casefold().startswith(LINKS) and not address.startswith("//")


def blocks_of(node: SyntaxTreeNode, first: str) -> Iterator[Block]:
    """The blocks of one node. Headings go by the `first`: those beneath it are one deeper."""
    if node.type == "paragraph":
        yield Paragraph(words_of(node))
    elif node.type == "heading":
        text = "".join(span.text for span in words_of(node))
        yield SubHeading(text, depth=2 if node.tag > first else 1)
    elif node.type in {"bullet_list", "ordered_list"}:
        yield items_of(node)
    elif node.type == "blockquote":
        parts = [words_of(part) for part in node.walk() if part.type == "paragraph"]
        yield Quotation(with_breaks(parts))


def items_of(node: SyntaxTreeNode) -> Items:
    return Items(tuple(map(item_of, node.children)), ordered=node.type == "ordered_list")


def item_of(node: SyntaxTreeNode) -> Item:
    texts = [words_of(child) for child in node.children if child.type in {"paragraph", "heading"}]
    lists = [items_of(child) for child in node.children if child.type.endswith("_list")]
    beneath = Items(sum((each.items for each in lists), ()), lists[0].ordered) if lists else None
    return Item(with_breaks(texts), beneath)


def with_breaks(texts: list[Words]) -> Words:
    """Several paragraphs as one, a line break between them."""
    found: list[Span] = []
    for n, text in enumerate(texts):
        found += [Span("\n")] if n else []
        found += text
    return tuple(found)


def words_of(node: SyntaxTreeNode) -> Words:
    return joined(span for child in node.children for span in spans(child))


def spans(node: SyntaxTreeNode, manner: Span = PLAIN) -> Iterator[Span]:
    """The runs of text within a node, in the manner of all that they stand in."""
    if node.type in TEXTS:
        yield replace(manner, text=node.content if node.type == "text" else TEXTS[node.type])
    elif node.type == "strong":
        manner = replace(manner, bold=True)
    elif node.type == "em":
        manner = replace(manner, italic=True)
    elif node.type == "link":
        manner = replace(manner, href=str(node.attrs["href"]))
    for child in node.children:
        yield from spans(child, manner)


def joined(parts: Iterator[Span]) -> Words:
    """Neighbours in the same manner made one."""
    found: list[Span] = []
    for part in parts:
        last = found[-1] if found else None
        if last and (last.bold, last.italic, last.href) == (part.bold, part.italic, part.href):
            found[-1] = Span(last.text + part.text, part.bold, part.italic, part.href)
        elif part.text:
            found.append(part)
    return tuple(found)
