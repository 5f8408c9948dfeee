"""The proof-checker: reads a draft before it is signed, or any document from outside.

    document = reading.read(Path("report.docx"))      # or reading.read_html(text)
    slips = proving.prove(document)                   # a list, the surest first within each place

It is a library and a command line of its own (`goldenthread prove FILE…`); it needs no server.
`reading` turns a file into a neutral Document, `checks` holds one kind of slip a module, and
`language` knows how figures, dates and sentences are written in English reports.
"""
