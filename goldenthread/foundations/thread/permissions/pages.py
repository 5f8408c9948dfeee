"""Which roles a page of the thread is open to; what they may do there, the other files say."""

from goldenthread.foundations.people.entrances import ByLink, Entrance, seats
from goldenthread.foundations.thread.rules import who

LINK = "update an action"
READING, TYPING, MANAGING = seats(who.READERS), seats(who.TYPES_IN), seats(who.MANAGES)
UPDATING, SIGNING = seats(who.MAY_UPDATE), seats(who.MAY_SIGN_OFF)
PAGES: dict[str, Entrance] = {
    "thread:index": READING,
    "thread:capture": seats(who.RECOMMENDS),
    "thread:new-action": seats(who.RECOMMENDS),
    "thread:action": READING,
    "thread:action-update": UPDATING,
    "thread:action-see": SIGNING,
    "thread:extension-answer": MANAGING,
    "thread:action-rating": SIGNING,
    "thread:action-edit": TYPING,
    "thread:action-step": SIGNING,
    "thread:recommendations": READING,
    "thread:recommendation": READING,
    "thread:new-recommendation": seats(who.RECOMMENDS),
    "thread:recommendation-step": seats(who.MAY_TEST, who.TYPES_IN),
    "thread:recommendation-see": SIGNING,
    "thread:recommendation-evidence": seats(who.MAY_UPDATE, who.MAY_TEST),
    "thread:recommendation-test": seats(who.MAY_TEST),
    "thread:findings": READING,
    "thread:finding": READING,
    "thread:new-finding": seats(who.FINDS),
    "thread:picture": READING,
    "thread:finding-reword": seats(who.FINDS),
    "thread:recommendation-reword": seats(who.TYPES_IN, who.MAY_SIGN_OFF),
    "thread:recommendation-owner": seats(who.TYPES_IN, who.MAY_SIGN_OFF),
    "thread:action-ask": TYPING,
    "thread:review": READING,
    "thread:review-organisation": READING,
    "thread:settings": MANAGING,
    "thread:theme-retire": MANAGING,
    "thread:by-link": ByLink(LINK),
    "thread:export": READING,
    "thread:export-as": READING,
    "thread:import": TYPING,
    "thread:import-example": TYPING,
    "thread:import-table": TYPING,
    "thread:import-columns": TYPING,
    "thread:import-organisations": TYPING,
    "thread:import-preview": TYPING,
}
