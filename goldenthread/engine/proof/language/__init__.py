"""How figures, dates, sentences and withheld cells are written in English reports.

Each module remembers what it has read, since many checks ask it the same; `forgetting.forget`
clears that when a proof is done, so that no worker keeps a draft's words.
"""
