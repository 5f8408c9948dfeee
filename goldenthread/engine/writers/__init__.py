"""One report, written as a web page, a PDF and a Word document, the same figures in each.

`report.py` is the model; `prose.py` reads what authors type; `html.py`, `pdf` and `word` write, and
`excel.py` exports tables. Nothing heavy is loaded until a PDF, Word or Excel file is asked for.
"""
