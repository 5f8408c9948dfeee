"""`goldenthread demo [--port 8000]`: from nothing to a running product with its accounts printed."""

import argparse
import os
import sys
import time

from goldenthread.config.demonstration import processes
from goldenthread.config.embedded_postgres import CannotStart, Embedded
from goldenthread.config.embedded_site import Site

SITE = Site(Embedded("demo"), "demo")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="goldenthread demo", description=__doc__)
    parser.add_argument("--port", type=int, default=8000, help="where the site answers (8000)")
    port = parser.parse_args(arguments).port
    began = time.perf_counter()
    try:
        prepare(port)
        processes.start(port)
    except (CannotStart, processes.DidNotStart) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    print_welcome(port, time.perf_counter() - began)
    return 0


def prepare(port: int) -> None:
    """Database, tables, lock, content and style sheets; each step does nothing when it is done already."""
    say("Starting the database")
    SITE.start()
    os.environ |= {
        **SITE.urls(),
        "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings.demo",
        "SITE_ADDRESS": f"http://127.0.0.1:{port}",
    }
    import django

    django.setup()
    from django.core.management import call_command

    from goldenthread.config.demonstration.content import load_everything
    from goldenthread.config.migrating import migrate

    say("Bringing its tables up to date")
    migrate(os.environ["DATABASE_MIGRATE_URL"])
    call_command("collectstatic", interactive=False, verbosity=0)
    load_everything(say)


def print_welcome(port: int, seconds: float) -> None:
    from goldenthread.foundations.people.demonstration import PASSWORD, accounts

    rows = [f"  {account.email:<44} {account.role}" for account in accounts()]
    say(
        f"\nGolden Thread is running at http://127.0.0.1:{port} (ready in {seconds:.0f} s).\n"
        f"Sign in with any of these; the password of each is “{PASSWORD}”:\n\n"
        + "\n".join(rows)
        + "\n\n"
        "Everything in it is invented, but for the worked example on published figures.\n"
        "Stop it with: make stop"
    )


def say(words: str) -> None:
    print(words, flush=True)
