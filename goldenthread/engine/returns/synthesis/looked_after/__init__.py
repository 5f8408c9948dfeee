"""Invented children looked after, and care leavers: a whole history for each, of which a return shows a
year. So this year's files and last year's tell of the same children and never contradict each other.
"""
