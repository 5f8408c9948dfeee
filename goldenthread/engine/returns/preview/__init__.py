"""`goldenthread read`: what is in a file, before anything is done with it.

Which known table each sheet is, which heading is which column, what is left out, missing or cannot be
read. Where headings are a council's own, a mapping (a small CSV, which `--suggest` drafts) says what they
mean, and `--out` writes the tables in their standard form, ready for `goldenthread check`.
"""
