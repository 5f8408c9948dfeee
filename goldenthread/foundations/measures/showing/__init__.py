"""Figures as an audience may see them: tables with small numbers withheld, and charts of those tables.

Nothing may draw, print or export a figure for the public or the region except from here.
"""
