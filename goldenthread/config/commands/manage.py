"""Any of Django's own commands, such as `makemigrations`."""

import os


def main(arguments: list[str]) -> int:
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings.test")
    execute_from_command_line(["goldenthread manage", *arguments])
    return 0
