"""The golden thread: what was found, what was recommended, what was done, and whether it stuck.

A *finding* (a strength, an area for development, learning) leads to *recommendations*, those to
*actions*. An action is complete only when someone other than its owner has seen the evidence. A
recommendation is embedded only when it was tested in practice and the test was passed.

Every capability hands over what it found through `thread.actions`; nothing else in the product
tracks an action:

    from goldenthread.foundations.thread import actions as thread

    found = thread.record_finding(
        source="audits.audit:12", source_title="Audit of strategy discussions", found_on=day,
        kind="area for development", text="…", themes=["panel-2020:information-sharing"], by=member,
    )
    advice = thread.record_recommendation(text="…", findings=[found], made_on=day, by=member)
    thread.record_action(text="…", recommendation=advice, due_on=day, by=member)
"""
