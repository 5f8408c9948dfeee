"""Where a looked-after child lives: a kind of placement that suits its age and legal status."""

from dataclasses import dataclass, replace

from goldenthread.engine.returns.synthesis.chance import Chance

BABY, OLD_ENOUGH_FOR_A_HOME, OLD_ENOUGH_ALONE = 2, 10, 16
CARE_ORDERS = ("C1", "C2")
# Kinds of placement with how often they occur, by age: under 2, under 10, under 16, older.
KINDS = (
    (BABY, {"U6": 55, "U3": 20, "U5": 5, "R3": 8, "P1": 8}),
    (OLD_ENOUGH_FOR_A_HOME, {"U6": 46, "U3": 15, "U4": 16, "U1": 10, "P1": 8, "K2": 3}),
    (OLD_ENOUGH_ALONE, {"U6": 38, "U4": 18, "U3": 8, "U1": 9, "K2": 20, "P1": 5, "S1": 1, "K1": 1}),
    (99, {"U6": 24, "U4": 12, "U1": 5, "K2": 18, "K3": 34, "P1": 4, "P3": 1, "R1": 1}),
)
PROVIDERS = {
    "P1": {"PR0": 1},
    "U": {"PR1": 62, "PR4": 34, "PR5": 4},
    "A": {"PR1": 60, "PR5": 40},
    "K": {"PR1": 20, "PR4": 72, "PR5": 8},
    "P": {"PR4": 1},
    "R": {"PR3": 30, "PR4": 70},
    "S": {"PR4": 1},
}
INSPECTED = ("K1", "K2", "K3", "R3", "S1")
# No such postcodes have been given out.
AREA, LETTERS = "ZZ", "ABDEFGHJLNPQRSTUWXYZ"


@dataclass(frozen=True)
class Placement:
    """One place to live: its code, who provides it, its postcode and its register number."""

    kind: str
    provider: str
    postcode: str
    urn: str = ""


def chosen(age: int, status: str, chance: Chance) -> Placement:
    """A placement for a child of this age. Only a child under a care order may be placed at home."""
    kinds = next(kinds for below, kinds in KINDS if age < below)
    allowed = {
        kind: share for kind, share in kinds.items() if kind != "P1" or status in CARE_ORDERS
    }
    return of_kind(chance.weighted(allowed), chance)


def of_kind(kind: str, chance: Chance) -> Placement:
    provider = chance.weighted(PROVIDERS[kind if kind in PROVIDERS else kind[0]])
    registered = kind in INSPECTED or (kind[0] == "U" and provider != "PR1")
    urn = f"SC{chance.whole(100_000, 999_999)}" if registered else ""
    return Placement(kind, provider, postcode(chance), urn)


def for_a_while(now: Placement, chance: Chance) -> Placement:
    """Out of the placement for a few days, which is kept: in hospital, or on holiday."""
    return replace(now, kind=chance.one_of(("T1", "T2", "T4")), provider="", urn="")


def postcode(chance: Chance) -> str:
    inward = "".join(chance.one_of(LETTERS) for _ in range(2))
    return f"{AREA}{chance.whole(1, 29)} {chance.whole(1, 9)}{inward}"
