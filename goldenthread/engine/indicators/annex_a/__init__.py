"""What is counted from Ofsted's Annex A: the last of each child, as it stood on one day.

The lists say when a child was last visited or reviewed, and nothing of the times before.
"""
