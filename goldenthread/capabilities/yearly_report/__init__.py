"""The yearly report: drafted from the record, written together, proof-read, signed, published.

A report answers the headings that the guidance in force requires. Its blocks are prose or are bound
to the record (a figure, a table, a chart, the thread, the plan), so a corrected record corrects the
report and says so. `blocks/` holds one kind of block a file; `drafting/` makes the first draft.
"""
