"""Measures: the catalogue, the figures, how they are checked, withheld, compared and drawn.

- `shipped/`      the catalogue, comparators and national tables: immutable rows with their edition
- `definitions`   reads them; `models/` keeps a partnership's own copy, overlays and observations
- `layouts/`      what the files that bring figures look like (`layouts.toml`), read without a database
- `importing/`    from figures as read to observations: a plan to preview, then all or nothing
- `checking/`     what does not add up: kept as published, flagged with a sentence
- `showing/`      tables and charts fit for an audience; nothing else may draw a figure for the public
- `actions`, `queries`, `tasks`   corrections and settings; everything read; charts in the background

What a report, a plan or a page asks, `member` being whoever asks (a member, or `machine(…)`):

    queries.observations_of(member, code, area="", periods=())   → [Observation], each with open_flags
    queries.observation(member, pk)                              → Observation | None
    queries.current(observation)                                 → its newest vintage
    queries.has_changed(observation)                             → was it corrected since?
    queries.vintages(observation)                                → [Observation], newest first, with reason
    queries.flags(member, period=None)                           → [Flag]: sentence, expected, found
    tables.table_for(member, [code, …], audience, periods=())    → FigureTable: columns, lines, notes, flags
    drawn.chart_of(member, code, audience, draw=False)           → ShownChart: svg, png, table, description

`audience` is "partnership", "region" or "public" (showing/withholding.py). An Observation says its
`period` (kernel.periods), `value`, `source`, `place`, `vintage`; `wording.figure_text` writes its value.
Figures never change: a correction is a new vintage. Keep the id of the observation you print; ask
`current` when the report is drawn again, and tell the reader if it is another.
"""
