"""The one way that any table comes into the product. It reads and says; it changes nothing.

    tables = reading.read_tables(path, name, known_headings=fields.known_words(action_log.FIELDS))
    table = mapping.best_table(tables, action_log.FIELDS)
    chosen = mapping.suggest_mapping(table.header, action_log.FIELDS, table.rows)
    shown = preview.apply_mapping(table, chosen, action_log.FIELDS)

`read_tables` raises `messages.Unreadable` for a file that cannot be read as a whole; everything else
that is wrong stands in `shown.all_messages`, each with file, row and column. When the person has
agreed, the site loads `shown.to_import`; `export.as_csv` and `export.as_workbook` give the records
back in the shape in which they came.
"""
