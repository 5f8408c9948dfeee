"""Reports as sections and blocks bound to records: written together, proof-read, signed, published.

- `models/`     reports, sections, blocks and their wordings; comments; sign-off; releases
- `rules.py`    the stages of a report, and what a heading needs to rest on evidence
- `merging.py`  two people who wrote in the same place: both are kept
- `headings.py` what the guidance in force requires, with a partnership's own corrections over it
- `drawing.py`  from a report to the engine's neutral document, by the kinds of block it is given

What a block of a kind looks like is told by the capability that draws the report: it passes its
kinds in, since a figure, a plan or a thread lies above this foundation.
"""
