"""Letting go of the words of a document once it has been proofed."""

from goldenthread.engine.proof.language import cells, dates, figures, sentences, words

REMEMBERED = (
    cells.blank,
    cells.withheld,
    cells.amount,
    dates.mentions,
    figures.figures,
    sentences.split,
    words.matter,
)


def forget() -> None:
    """Empty every memory of text; what is asked next is worked out afresh."""
    for remembered in REMEMBERED:
        remembered.cache_clear()
