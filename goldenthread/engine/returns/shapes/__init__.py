"""The tables that this product knows, of every return, and how a table in a file is told to be one.

Where headings are a council's own, a mapping says which column is which; see `goldenthread read`.
"""
