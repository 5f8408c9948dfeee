"""A report as tagged PDF (PDF/UA-1): headings, lists, tables with their header cells, charts with
their alternative texts, language, title, bookmarks and page numbers.

WeasyPrint writes it. Importing this is cheap; it is loaded by the first call to `write`.
"""

from goldenthread.engine.writers.report import Report


def write(report: Report) -> bytes:
    """The report as PDF. Nothing is fetched from anywhere: whatever is not given here is refused."""
    from goldenthread.engine.writers.pdf import rendering

    return rendering.rendered(report)
