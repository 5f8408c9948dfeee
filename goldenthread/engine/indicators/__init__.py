"""Indicators of children's social care, counted from statutory returns.

Each indicator is a record (`indicators.csv`) and a measure of a `Family`: rows that are counted
together. The rows are Ibis expressions over the returns' tables, so that DuckDB and Apache Spark
count the same thing; they give whole numerators and denominators, which are divided and rounded
once, in Python (`figures.py`).
"""
