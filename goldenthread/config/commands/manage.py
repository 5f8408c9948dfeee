"""Any of Django's own commands, such as `makemigrations`."""

import os


def main(arguments: list[str]) -> int:
    from django.core.management import execute_from_command_line

    # The keys of the tests are known to everyone: they must not seal a row of a real database.
    settings = "production" if "DATABASE_URL" in os.environ else "test"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"goldenthread.config.settings.{settings}")
    execute_from_command_line(["goldenthread manage", *arguments])
    return 0
