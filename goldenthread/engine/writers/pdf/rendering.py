"""HTML to PDF with a fetcher that knows only the report's own charts."""

from xml.etree import ElementTree

from markupsafe import Markup, escape
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from goldenthread.engine.writers import html
from goldenthread.engine.writers.pdf import tagging
from goldenthread.engine.writers.report import ChartBlock, Report

OURS = "report:"
VARIANT = "pdf/ua-1"


class RefusedAddress(ValueError):
    """A report asked for something that it does not hold."""


class NothingFromOutside(URLFetcher):  # type: ignore[misc]
    """Hands out the pictures of one report and refuses every other address."""

    def __init__(self, pictures: dict[str, bytes]) -> None:
        super().__init__()
        self.pictures = pictures

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url not in self.pictures:
            raise FatalURLFetchingError(f"A report may not fetch “{url}”: it holds all it needs")
        return URLFetcherResponse(url, self.pictures[url], {"Content-Type": "image/svg+xml"})


def rendered(report: Report) -> bytes:
    pictures: dict[str, bytes] = {}

    def picture(block: ChartBlock) -> Markup:
        address = f"{OURS}chart-{len(pictures) + 1}.svg"
        pictures[address] = bare(block.chart.svg).encode()
        return Markup(f'<img src="{address}" alt="{escape(block.chart.description)}">')  # noqa: S704

    page = html.whole(report, html.sheet("print.css"), picture)
    document = HTML(string=page, url_fetcher=NothingFromOutside(pictures))
    try:
        return bytes(document.write_pdf(pdf_variant=VARIANT, finisher=tagging.finish) or b"")
    except FatalURLFetchingError as refused:
        # It is no Exception, and would take a worker down with it.
        raise RefusedAddress(str(refused)) from refused


def bare(svg: str) -> str:
    """The drawing without its name and description, which the picture's alternative text says here."""
    ElementTree.register_namespace("", "http://www.w3.org/2000/svg")
    root = ElementTree.fromstring(svg)  # noqa: S314 - drawn by ourselves
    for child in list(root):
        if child.tag.rpartition("}")[2] in {"title", "desc"}:
            root.remove(child)
    for name in {"role", "aria-labelledby", "width"} & set(root.attrib):
        del root.attrib[name]
    return ElementTree.tostring(root, encoding="unicode")
