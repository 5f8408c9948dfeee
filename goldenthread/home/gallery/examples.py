"""What the gallery shows. Everyone and everything here is invented."""

import datetime

from markupsafe import Markup

TILES = [
    {
        "number": "42",
        "words": "actions open",
        "href": "#lists",
        "note": "7 owed by your organisation",
    },
    {
        "number": "5",
        "words": "past their first date",
        "href": "#lists",
        "note": "2 fewer than in September",
    },
    {"number": "18", "words": "recommendations embedded", "note": "Each after a test in practice"},
    {
        "number": "96%",
        "words": "of section 11 self-assessments returned",
        "note": "240 of 250 by 31 October 2026",
    },
]
MARKS = [
    {
        "what": "Tested in practice: the lesson held",
        "who": "Ruth Adeyemi, independent scrutineer",
        "when": datetime.datetime(2026, 10, 14, 11, 30, tzinfo=datetime.UTC),
        "detail": "Of 12 strategy discussions dip-sampled, 11 included health. In March it was 6 of 12.",
        "tone": "good",
    },
    {
        "what": "Evidence seen",
        "who": "Joan Marsh, business manager",
        "when": datetime.datetime(2026, 6, 2, 15, 5, tzinfo=datetime.UTC),
        "detail": "The revised strategy discussion form, and its use in 30 cases.",
    },
    {
        "what": "Action agreed: invite health to every strategy discussion",
        "who": "Rapid review panel",
        "when": datetime.date(2026, 3, 19),
    },
    {
        "what": "Finding: a health visitor’s concern did not reach the discussion",
        "who": "Rapid review",
        "when": datetime.date(2026, 3, 12),
    },
]
TASKS = [
    {
        "title": "Leadership and accountability",
        "href": "#tasks",
        "status": "Completed",
        "tone": "good",
    },
    {
        "title": "Listening to children",
        "href": "#tasks",
        "hint": "4 of 6 questions answered",
        "status": "In progress",
        "tone": "moving",
    },
    {
        "title": "Safer recruitment",
        "href": "#tasks",
        "hint": "One answer needs its evidence",
        "status": "There is a problem",
        "tone": "bad",
    },
    {"title": "Information sharing", "href": "#tasks", "status": "Not yet started"},
    {"title": "Sign-off by your chief officer", "status": "Cannot start yet", "tone": "closed"},
]
SUMMARY = [
    ("Notified to the national panel", "18 December 2025", ("Change", "#summary")),
    (
        "Rapid review due",
        Markup(
            "Tuesday 13 January 2026<br>15 working days after 18 December 2025, leaving out 25 and 26 December and 1 January"
        ),
    ),
    ("Lead reviewer", "Not appointed yet", ("Appoint", "#summary")),
]
BEFORE = "Health should be invited to strategy discussions where possible."
AFTER = "Health must be invited to every strategy discussion, and the reason recorded if they do not come."
CHANGES = [
    ("Due", "30 June 2026", "30 September 2026"),
    ("Owner", "", "Northmoor Integrated Care Board"),
]
RATED = [
    ["Children are seen alone", "Northmoor Council", "31 March 2027", "green"],
    [
        "Health at every strategy discussion",
        "Northmoor Integrated Care Board",
        "30 September 2026",
        "amber",
    ],
    ["Return-home interviews within 72 hours", "Northmoor Police", "31 July 2026", "red"],
]
QUARTERS = [("Quarter 1", 62), ("Quarter 2", 71), ("Quarter 3", 78), ("Quarter 4", 85)]


BAR = Markup(
    '<rect x="120" y="{y}" width="{width}" height="26" fill="#1b2440"/>'
    '<text x="0" y="{base}" font-size="16">{name}</text>'
    '<text x="{end}" y="{base}" font-size="16">{value}%</text>'
)
PICTURE = Markup(
    '<svg viewBox="0 0 520 170" width="520" height="170" font-family="arial, sans-serif">{}</svg>'
)


def bars() -> Markup:
    """A small chart of our own; real ones are drawn by the engine and stored."""
    drawn = [
        BAR.format(
            y=10 + 40 * n,
            base=29 + 40 * n,
            width=4 * value,
            end=128 + 4 * value,
            name=name,
            value=value,
        )
        for n, (name, value) in enumerate(QUARTERS)
    ]
    return PICTURE.format(Markup("").join(drawn))
