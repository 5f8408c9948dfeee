"""A report as a Word document that can be gone on with: true styles and headings, a contents field,
tables whose header row repeats, pictures with alternative text, the language and the title set.

python-docx writes it. Importing this is cheap; it is loaded by the first call to `write`.
"""

from goldenthread.engine.writers.report import Report


def write(report: Report) -> bytes:
    """The report as .docx."""
    from goldenthread.engine.writers.word import writing

    return writing.written(report)
