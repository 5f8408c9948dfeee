"""Rules about unique pupil numbers: how they are built, that they are one child's, that they are there.

A UPN is a check letter, the code of the authority that gave it (three digits), eight digits more,
and a digit, or in a temporary UPN a letter. The alphabet leaves out I, O and S.
"""

import csv
from datetime import date
from functools import cache
from importlib.resources import files

import polars as pl
from polars import DataFrame, col

from goldenthread.engine.returns import cin
from goldenthread.engine.returns.cin.book import rule
from goldenthread.engine.returns.cin.census import CHILD, Census
from goldenthread.engine.returns.cin.fields import codes

DIGITS = "0123456789"
LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
NUMBERED = "^.[0-9]{11}[0-9A-HJ-NP-RT-Z]"
FORMAT = "^[A-Za-z][0-9]{11}[0-9A-Za-z]$"
# Reasons for having no UPN that hold for a child of school age: all but "not of school age".
TOO_YOUNG = "UN1"
# Of school age: five years old by the end of the August before the census year's school year.
SCHOOL_AGE, SCHOOL_YEAR_BEGINS = 5, (8, 31)


@rule("1510")
def has_the_wrong_check_letter(census: Census) -> DataFrame:
    """A UPN whose other characters are wrong has no check letter to compare: 1540 and 1550 find it."""
    first = _number_of(col.UPN.str.slice(0, 1), {letter: n for n, letter in enumerate(LETTERS)})
    built = col.UPN.str.contains(NUMBERED)
    return census.ChildIdentifiers.filter(built & first.ne_missing(_check_number()))


def _check_number() -> pl.Expr:
    """Each of characters 2 to 13 times its place, added up; what is left when divided by 23. A
    letter at the end of a temporary UPN counts as its own number does at the front."""
    serial = col.UPN.str.slice(1, 11).cast(pl.Int64, strict=False)
    digits = [serial // 10 ** (12 - place) % 10 * place for place in range(2, 13)]
    numbers = {sign: n for signs in (DIGITS, LETTERS) for n, sign in enumerate(signs)}
    last = _number_of(col.UPN.str.slice(12, 1), numbers) * 13
    return pl.sum_horizontal(*digits, last) % len(LETTERS)


def _number_of(character: pl.Expr, numbers: dict[str, int]) -> pl.Expr:
    return character.replace_strict(numbers, default=None, return_dtype=pl.Int64)


@rule("1520")
def is_shared_with_another_child(census: Census) -> DataFrame:
    children = census.ChildIdentifiers
    return children.filter(col.UPN.is_not_null() & col.UPN.is_duplicated())


@rule("1530")
def names_no_authority(census: Census) -> DataFrame:
    named = col.UPN.str.slice(1, 3).is_in(authorities())
    return census.ChildIdentifiers.filter(~named)


@cache
def authorities() -> tuple[str, ...]:
    """The authority codes that a UPN may carry: those since April 1998, and pseudo codes."""
    listed = (files(cin) / "upn_authorities.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(listed.splitlines())
    spans = [range(int(row["first"]), int(row["last"]) + 1) for row in rows]
    return tuple(f"{code:03}" for span in spans for code in span)


@rule("1540")
def has_no_number_in_the_middle(census: Census) -> DataFrame:
    middle = col.UPN.str.slice(4, 8)
    return census.ChildIdentifiers.filter(~middle.str.contains("^[0-9]{8}$"))


@rule("1550")
def ends_with_an_unknown_character(census: Census) -> DataFrame:
    last = col.UPN.str.slice(12, 1)
    return census.ChildIdentifiers.filter(~last.is_in([*DIGITS, *LETTERS]))


@rule("1560Q")
def was_formerly_written_wrongly(census: Census) -> DataFrame:
    return census.ChildIdentifiers.filter(~col.FormerUPN.str.contains(FORMAT))


@rule("8770Q")
def is_missing_at_school_age(census: Census) -> DataFrame:
    """A child who was referred is let off unless a referral is said to have led to action."""
    of_school_age = col.PersonBirthDate <= _school_age_if_born_by(census.year.end)
    no_reason = ~col.UPNunknown.is_in(codes("unknownupn")) | (col.UPNunknown == TOO_YOUNG)
    unexplained = col.UPN.is_null() & (col.UPNunknown.is_null() | no_reason)
    children = census.ChildIdentifiers.filter(of_school_age & unexplained)
    followed_up = census.CINdetails.filter(~col.ReferralNFA)
    let_off = census.CINdetails.join(followed_up, on=CHILD, how="anti")
    return children.join(let_off, on=CHILD, how="anti")


def _school_age_if_born_by(reference: date) -> date:
    return date(reference.year - 1 - SCHOOL_AGE, *SCHOOL_YEAR_BEGINS)


@rule("8772")
def is_unknown_for_no_further_action_yet_followed_up(census: Census) -> DataFrame:
    children = census.together("ChildIdentifiers", "CINdetails")
    return children.filter((col.UPNunknown == "UN7") & col.ReferralNFA.ne_missing(other=True))
