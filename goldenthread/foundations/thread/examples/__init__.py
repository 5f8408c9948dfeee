"""An action log to download and bring in, as Excel, CSV and a table in a Word document. All invented.

It is kept as a partnership might keep it by hand: titles above the headings, dates in several ways.
"""

from pathlib import Path

EXAMPLES = {
    "action-log.xlsx": "Excel",
    "action-log.csv": "CSV",
    "action-log.docx": "Word document with a table",
}


def path_of(name: str) -> Path:
    return Path(__file__).parent / name
