"""Three years of a made-up partnership's thread: what was found, recommended, done and tested.

The same lessons come back, in other words, as they do: so the nearest ones made before have
something to show. The sentences are in `lessons.txt`, where they were found in `sources.csv`.
Everything is invented.
"""


def load() -> None:
    """Put all of it into the main partnership. Loading again changes nothing. Opens the lock itself."""
    from goldenthread.foundations.thread.demonstration import loading

    loading.load()
