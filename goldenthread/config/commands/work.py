"""The background worker: jobs from PostgreSQL, and the sealer of the trail beside them."""

from goldenthread.config.commands import site


def main(arguments: list[str]) -> int:
    site.load()
    from goldenthread.config.working import work

    work()
    return 0
