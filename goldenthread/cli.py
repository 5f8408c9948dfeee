"""The command line. Loads Django only for commands that need the site: loading it takes most of a second.

goldenthread prove FILE…        proof-read documents; needs no server
goldenthread demo               set up the demonstration and leave it running
goldenthread --help             everything else
"""

import atexit
import gc
import os
import sys
from contextlib import AbstractContextManager, nullcontext, suppress
from importlib import import_module
from types import ModuleType

from goldenthread.engine import terminal

# What a shell gives a program that wrote to a closed pipe: 128 and the number of the signal.
STOPPED_BY_THE_READER = 141
# The same for Ctrl-C.
STOPPED_BY_HAND = 130
NOT_WRITTEN = 2

ENGINE = "goldenthread.engine."

# name → (module with `main(arguments) -> exit code`, what it does)
COMMANDS = {
    "prove": (
        "goldenthread.engine.proof.command",
        "proof-read documents: totals, dates, small numbers, names",
    ),
    "check": (
        "goldenthread.engine.returns.check.command",
        "check a statutory return by its published rules",
    ),
    "indicators": (
        "goldenthread.engine.indicators.command",
        "count the indicators of children's social care from returns",
    ),
    "read": (
        "goldenthread.engine.returns.preview.command",
        "show what is in a return's files, and map headings that are your own",
    ),
    "rules": (
        "goldenthread.engine.returns.listing.command",
        "list the rules of a return, and which of them are checked",
    ),
    "clock": (
        "goldenthread.engine.clocks.command",
        "when a statutory time limit falls due, and why",
    ),
    "synthesise": (
        "goldenthread.engine.returns.synthesis.command",
        "write an invented return, with known faults if you ask",
    ),
    "gallery": (
        "goldenthread.engine.charts.gallery.command",
        "every kind of chart on one page, from invented figures",
    ),
    "demo": (
        "goldenthread.config.demonstration.command",
        "set up the demonstration and leave it running",
    ),
    "stop": ("goldenthread.config.commands.stop", "stop the demonstration"),
    "set-up-database": (
        "goldenthread.config.commands.set_up_database",
        "make the roles and the database",
    ),
    "migrate": (
        "goldenthread.config.commands.migrate",
        "bring the database up to date and fit its lock",
    ),
    "report": (
        "goldenthread.config.commands.report",
        "draft a yearly report from the record and write its files",
    ),
    "work": ("goldenthread.config.commands.work", "run the background worker and the sealer"),
    "backup": ("goldenthread.config.commands.backup", "put everything but the keys in one file"),
    "restore": (
        "goldenthread.config.commands.restore",
        "put a backup into an empty database and check it",
    ),
    "reseal": (
        "goldenthread.config.commands.reseal",
        "seal everything anew with the newest key",
    ),
    "trail": ("goldenthread.config.commands.trail", "verify the record of who did what"),
    "diagrams": ("goldenthread.config.commands.diagrams", "draw the workflows from their tables"),
    "figures": (
        "goldenthread.config.commands.figures",
        "import figures from files, with their sources",
    ),
    "manage": ("goldenthread.config.commands.manage", "any of Django's own commands"),
}


def usage() -> str:
    lines = [f"    {name:<18} {does}" for name, (_, does) in COMMANDS.items()]
    return "\n".join(["Golden Thread. Commands:", *lines])


def main(arguments: list[str] | None = None) -> int:
    """Run one command; its exit code. 2 when there is no such command."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        with _streams(given[0] if given else ""):
            return _run(given)
    except BrokenPipeError:
        return output_gone(STOPPED_BY_THE_READER)
    except terminal.CannotPrint as trouble:
        print(f"What was found cannot be printed ({trouble})", file=sys.stderr)
        return output_gone(NOT_WRITTEN)
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return STOPPED_BY_HAND


def _run(given: list[str]) -> int:
    try:
        return _answered(given)
    finally:
        sys.stdout.flush()


def _answered(given: list[str]) -> int:
    if not given or given[0] in ("-h", "--help", "help"):
        print(usage())
        return 0
    if given[0] not in COMMANDS:
        print(f"There is no command “{terminal.short(given[0])}”.\n{usage()}", file=sys.stderr)
        return 2
    module, _ = COMMANDS[given[0]]
    return int(_loaded(module).main(given[1:]) or 0)


def _loaded(module: str) -> ModuleType:
    """Import a command. What is loaded is kept: to search it for rubbish as it loads takes a sixth of
    the time that loading takes."""
    gc.disable()
    try:
        return import_module(module)
    finally:
        gc.enable()


def _streams(command: str) -> AbstractContextManager[None]:
    """Commands that need the site print as they like: Django's have colours of their own."""
    module, _ = COMMANDS.get(command, (ENGINE, ""))
    if module.startswith(ENGINE):
        return terminal.plain_streams(sys.stdout, sys.stderr)
    return nullcontext()


@atexit.register
def _leave_memory_as_it_is() -> None:
    """A program that ends need not search its memory for rubbish, which takes a tenth of a check.
    DuckDB alone must be taken apart, or it says so."""
    if "duckdb" not in sys.modules:
        gc.freeze()


def output_gone(code: int) -> int:
    """Whoever read what we print has closed, as `| head` does, or the disk is full: stop, and say
    nothing more when the program ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


if __name__ == "__main__":
    sys.exit(main())
