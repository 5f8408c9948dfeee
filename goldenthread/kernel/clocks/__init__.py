"""Statutory time limits: what each says, when it falls due, and why, in a sentence a court could read.

    rule = book.rule_of("SIN-1", on=date(2022, 5, 31))
    clock = Clock(rule, datetime(2022, 5, 31, 16, 30), closed=bank_holidays)
    clock.due, clock.reasoning(), clock.in_time(ended)

The rules are rows of `rules.csv`, stamped with their guidance and edition; what cannot be said as a
clock is listed in `not_clocks.csv` with the reason, and not forced.
"""
