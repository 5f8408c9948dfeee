"""What an action log of the tests is, and what it should be understood as."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """`mapping` is what its headings must be mapped to by themselves."""

    name: str
    content: bytes
    mapping: dict[str, str]
    imported: int
    refused: int = 0


def table(headings: str, *rows: list[object]) -> list[list[object]]:
    return [list(headings.split(" | ")), *rows]
