"""The phrases by which a child or family could be known, and how sure each one is."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)"
PROPER = r"(?:(?!(?:The|A|An|This|That|Their|His|Her|Our|Local|Primary|Secondary|High|Junior|Infant|Nursery|Community|General|Acute|Children|Royal|Each|All|Every|New|One|Two|At|In|From|When|Both|No|Any|Another|Special|Further|Health|Medical|Safeguarding|Sunday|Private|Public|State|Emergency|Day|Pre|Foster|Residential|Care|Family|National)\b)[A-Z][a-z'’.]+(?:-[A-Z]?[a-z]+)?)"
PLACE = r"(?:Primary|Secondary|High|Junior|Infant|Infants|Nursery|Community|Grammar|Special|Catholic|Church of England|C of E|CofE|Academy|General|Royal|Children['’]s|District|University|Medical|Health|Family|Care)"
KIN = r"(?:mother|father|mum|dad|brother|sister|stepfather|step-father|stepmother|step-mother|partner|grandmother|grandfather|aunt|uncle|cousin|half-brother|half-sister|boyfriend|girlfriend|baby|son|daughter|foster carer|friend)"
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DATE = rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+\d{{4}})"


@dataclass(frozen=True)
class Pattern:
    """`everywhere` patterns are a slip in any document; the others only in a review of a case."""

    what: str
    pattern: re.Pattern[str]
    certainty: float
    everywhere: bool = False


def pattern(
    what: str, text: str, certainty: float, everywhere: bool = False, ignore_case: bool = False
) -> Pattern:
    return Pattern(
        what, re.compile(text, re.IGNORECASE if ignore_case else 0), certainty, everywhere
    )


PATTERNS = (
    pattern(
        "an NHS number",
        r"\bNHS\s*(?:number|no\.?|num)?\s*(?:is|was|of|[:#-])?\s*\d{3}[ -]?\d{3}[ -]?\d{4}\b",
        0.95,
        True,
        True,
    ),
    pattern(
        "a date of birth",
        rf"\b(?:date of birth|d\.?o\.?b\.?|born(?: on)?)\s*(?:is|was|[:–-])?\s*(?:on\s+)?{DATE}",
        0.95,
        True,
        True,
    ),
    pattern(
        "a National Insurance number",
        r"\b[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b",
        0.9,
        True,
    ),
    pattern(
        "a unique pupil number",
        r"\b(?:UPN|unique pupil number)\W{0,3}[A-Z]\d{11}[A-Z0-9]\b",
        0.95,
        True,
        True,
    ),
    pattern(
        "a month of birth",
        rf"\bborn (?:in|during)\s+(?:early |late |mid-?)?{MONTH}(?:\s+\d{{4}})?",
        0.8,
    ),
    pattern(
        "an address",
        rf"\b\d{{1,4}}[A-Za-z]?,?\s+(?:{PROPER}\s+){{1,3}}(?:Street|Road|Lane|Avenue|Close|Drive|Court|Crescent|Terrace|Grove|Way|Place|Gardens|Mews|Row|Hill|Walk|Square|Rise|View|St|Rd|Ave)\b",
        0.9,
    ),
    pattern(
        "a street",
        rf"\b(?:{PROPER}\s+){{1,3}}(?:Street|Road|Lane|Avenue|Close|Crescent|Terrace|Grove|Mews|Estate)\b",
        0.75,
    ),
    pattern("a postcode", r"\b(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2})\b", 0.9),
    pattern(
        "an age to the month",
        rf"\b{NUMBER}\s+years?,?\s+(?:and\s+)?{NUMBER}\s+(?:months?|weeks?|days?)(?:[ -]old)?\b",
        0.9,
        False,
        True,
    ),
    pattern(
        "an age to the month",
        rf"\b(?:{NUMBER}|\d\d)[- ](?:and[- ]a[- ]half[- ])?(?:months?|weeks?|days?)[- ]old\b|\baged?\s+(?:just\s+|only\s+)?(?:{NUMBER}|\d\d)\s+(?:months|weeks|days)\b|\b(?:{NUMBER}|\d\d)\s+(?:months|weeks|days)\s+of\s+age\b",
        0.85,
        False,
        True,
    ),
    pattern(
        "a count of siblings",
        rf"\b(?:(?:{NUMBER})\s+(?:other\s+|older\s+|elder\s+|younger\s+|half[- ]|step[- ]|surviving\s+|full\s+|maternal\s+|paternal\s+|school-age\s+)*(?:siblings|brothers|sisters|half-siblings|half-brothers|half-sisters)|(?:youngest|eldest|oldest|middle child|one|second|third|fourth|fifth)\s+of\s+(?:the\s+)?{NUMBER}(?:\s+(?:siblings|children|brothers|sisters|boys|girls))?(?=[\s.,;)])(?!\s+(?:the|these|those|our|key|main|areas|agencies|reviews|recommendations|themes|partners|years|weeks|cases)))",
        0.75,
        False,
        True,
    ),
    pattern(
        "a twin",
        r"\b(?:(?:his|her|their|a|the) )?(?:identical |surviving )?(?:twin (?:brother|sister|boys|girls)|twins|triplets?)\b",
        0.65,
        False,
        True,
    ),
    pattern(
        "a school, hospital or practice by name",
        rf"\b(?:(?:St\.?|Saint|Our Lady)\s+)?(?:{PROPER}['’]?s?\s+){{1,4}}?(?:(?:of|the|and)\s+{PROPER}\s+)?(?:{PLACE}\s+){{0,3}}(?:School|Academy|College|Nursery|Pre-?school|Hospital|Infirmary|Hospice|Surgery|Medical Centre|Medical Practice|Health Centre|Children['’]s Centre|Children['’]s Home|Family Hub|Care Home|Church|Mosque)\b",
        0.8,
    ),
    pattern(
        "a village or small place",
        rf"\b(?:[Ss]mall (?:rural )?|[Rr]ural |[Rr]emote )?(?:village|hamlet|market town|estate|small town|farm)\s+(?:of|called|named|near|outside)\s+{PROPER}(?:[- ](?:on|in|under|le)[- ]the[- ]|[- ])?(?:{PROPER})?",
        0.85,
    ),
    pattern(
        "a village or small place",
        rf"\b(?:lived?|living|moved|resided|grew up|stayed) in (?:the )?(?:small |rural )*(?:village|hamlet) of \w+|\b{PROPER} (?:village|hamlet)\b",
        0.8,
    ),
    pattern(
        "a name",
        r"\b(?:Mr|Mrs|Ms|Miss|Mx|Master)\.?\s+(?:[A-Z]\.?\s+)?[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?(?:\s+[A-Z][a-z]+)?",
        0.85,
    ),
    pattern(
        "a professional's name",
        r"\b(?:Dr|Doctor|Prof|Professor|PC|DC|DS|DI|DCI|Sgt|Sergeant|Detective (?:Constable|Sergeant|Inspector)|Nurse|Sister|Judge|Rev|Reverend|Social [Ww]orker|Health [Vv]isitor|Head ?[Tt]eacher)\.?\s+(?:[A-Z]\.?\s+)?(?!Assessment|Report|Service|Team|Visits?|Records?|Notes?|Practitioner|Manager|Who|And|In|The|One|Two|Family)[A-Z][a-z'’]{2,}(?:\s+[A-Z][a-z]+)?",
        0.7,
    ),
    pattern(
        "a name",
        rf"\b{KIN}(?:,|\s+(?:was |is )?(?:called|named|known as))\s+(?!Child|Family|Adult|Mother|Father|Baby|Sibling|Young|Social|Police|Health|The|It|He|She|They|This|When|In|On|And|But|Who|However|{MONTH})[A-Z][a-z'’]{{2,}}\b",
        0.8,
    ),
    pattern(
        "a name",
        r"\b(?:child|girl|boy|baby|infant|toddler|teenager|young person|woman|man)\s+(?:was |is )?(?:called|named|known as)\s+(?!Child|Family|Adult|Baby|Young)[A-Z][a-z'’]{2,}",
        0.85,
    ),
)


@cache
def given_names() -> re.Pattern[str]:
    """The commonest given names in England, as they would stand in a sentence."""
    names = resources.files(__package__).joinpath("given_names.txt").read_text("utf-8").split()
    not_then = r"(?!['’]?s?\s+(?:Hospital|School|Academy|College|Street|Road|Lane|Infirmary|Centre|Church|Act|Report|Review|Law|Inquiry|Trust|Charity|Foundation))"
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(names)}){not_then}(?:['’]s)?(?:\s+(?!{MONTH})[A-Z][a-z'’]+)?\b"
    )
