"""How big a workbook would be once read: its rectangle of cells, and its text as often as it shows.

A reader allots a cell for every place from the first filled cell to the last, and a copy of a shared
text for every cell that shows it, so a file of a few kilobytes can ask for terabytes. Here it is only
counted.
"""
