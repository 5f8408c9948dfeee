"""An invented child: who it is, as a children in need return says it. No name, as the return has none."""

from datetime import date, timedelta
from typing import Any

from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.synthesis.chance import Chance

Row = dict[str, Any]

ETHNICITIES = {
    "WBRI": 62, "WOTH": 5, "WIRI": 1, "WROM": 1, "WIRT": 0.5, "MWBC": 4, "MWBA": 2, "MWAS": 2,
    "MOTH": 4, "AIND": 1, "APKN": 4, "ABAN": 1.5, "AOTH": 2.5, "BAFR": 4, "BCRB": 1.5, "BOTH": 1.5,
    "CHNE": 0.5, "OOTH": 2, "NOBT": 1, "REFU": 0.5,
}  # fmt: skip
DISABILITIES = ["MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS", "BEH", "CON", "AUT", "DDA"]
UNBORN, DISABLED, BOTH_SEXES_KNOWN = 0.02, 0.13, ("M", "F")
SCHOOL_AGE, OLDEST = 5, 17
PREGNANCY = timedelta(days=280)
YEAR = timedelta(days=365)
CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
AUTHORITY = "201"
# The first child of a return has this many, so that the smallest return has enough kinds in it.
KINDS_OF_DISABILITY = 8


def identifiers(number: int, year: Year, chance: Chance) -> Row:
    """The row of ChildIdentifiers."""
    child: Row = {"LAchildID": f"GT{number:08d}"}
    if number and chance.happens(UNBORN):
        born = chance.day(year.end + timedelta(days=1), year.end + PREGNANCY - timedelta(days=60))
        return {**child, "UPNunknown": "UN1", "ExpectedPersonBirthDate": born, "Sex": "U"}
    born = chance.day(year.end - (OLDEST + 1) * YEAR, year.end - timedelta(days=14))
    upn = {"UPN": upn_of(number)} if _may_be_at_school(born, year) else {"UPNunknown": "UN1"}
    return {**child, **upn, "PersonBirthDate": born, "Sex": chance.one_of(BOTH_SEXES_KNOWN)}


def characteristics(number: int, chance: Chance) -> tuple[Row, list[Row]]:
    """The row of ChildCharacteristics and those of Disabilities."""
    codes = ["NONE"]
    if number == 0:
        codes = DISABILITIES[:KINDS_OF_DISABILITY]
    elif chance.happens(DISABLED):
        codes = chance.some_of(DISABILITIES, chance.whole(1, 3))
    return {"Ethnicity": chance.weighted(ETHNICITIES)}, [{"Disability": code} for code in codes]


def upn_of(number: int) -> str:
    """A unique pupil number that is right by its check letter."""
    digits = f"{AUTHORITY}{number:09d}"
    total = sum(int(digit) * weight for weight, digit in enumerate(digits, start=2))
    return CHECK_LETTERS[total % len(CHECK_LETTERS)] + digits


def _may_be_at_school(born: date, year: Year) -> bool:
    return born <= year.end - (SCHOOL_AGE - 1) * YEAR
