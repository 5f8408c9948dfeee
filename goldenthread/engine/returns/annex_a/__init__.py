"""Ofsted's Annex A: one workbook of eleven lists, read before an inspection.

given = lists.open_workbook(Path("annex a.xlsx"))
given.tables["List 8"]          typed, columns named as Ofsted's own headings
"""
