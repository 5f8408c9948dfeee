"""How slips are printed for a person, and as JSON for a program."""

import json
from collections.abc import Iterable

from goldenthread.engine.proof.slip import Slip, plain

SURE = ((0.9, "almost certain"), (0.75, "likely"), (0.6, "probable"), (0.0, "worth a look"))


def as_json(proofs: Iterable[tuple[str, list[Slip]]]) -> str:
    """One list of objects for all the files, in ASCII so that no terminal can spoil it."""
    slips = [slip.as_json(file) for file, found in proofs for slip in found]
    return json.dumps(slips, indent=2)


def as_text(file: str, slips: list[Slip], doubtful: int) -> str:
    """The slips of one file, in the order of the document, then how many doubtful ones are left out."""
    count = {0: "nothing found", 1: "1 thing to look at"}.get(
        len(slips), f"{len(slips)} things to look at"
    )
    lines = [f"{file}: {count}"]
    for slip in slips:
        lines += [
            "",
            f"  {slip.place} · {slip.kind} · {how_sure(slip)}",
            f"    “{slip.quote}”",
            f"    {slip.message}",
        ]
        if slip.expected is not None and slip.found is not None:
            lines.append(f"    Expected {plain(slip.expected)}, found {plain(slip.found)}.")
    if doubtful:
        lines += ["", f"  {doubtful} less certain left out; give --all to see them."]
    return "\n".join(lines)


def how_sure(slip: Slip) -> str:
    words = next(words for least, words in SURE if slip.certainty >= least)
    return f"{words} ({slip.certainty:.0%})"
