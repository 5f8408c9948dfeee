"""Measures: the catalogue, the figures, how they are checked, withheld, compared and drawn."""
