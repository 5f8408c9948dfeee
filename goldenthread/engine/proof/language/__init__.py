"""How figures, dates, sentences and withheld cells are written in English reports."""
