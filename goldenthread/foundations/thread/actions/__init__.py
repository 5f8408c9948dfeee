"""Everything that changes in the thread; keyword-only, `by=` last.

Each asks permission itself, is one transaction, and leaves one mark on the trail. Capabilities use
these names; what they hand over as `source` is a record or a reference ("audits.audit:12").
"""

from goldenthread.foundations.thread.actions.asking import ask_owner
from goldenthread.foundations.thread.actions.deciding import answer_extension, ask_extension, rate
from goldenthread.foundations.thread.actions.editing import (
    change_owner,
    change_recommendation_owner,
    reword,
)
from goldenthread.foundations.thread.actions.moving import take_action_step
from goldenthread.foundations.thread.actions.proving import (
    add_evidence,
    record_test,
    see_evidence,
)
from goldenthread.foundations.thread.actions.recommending import take_step
from goldenthread.foundations.thread.actions.recording import (
    link_finding,
    record_action,
    record_finding,
    record_recommendation,
)
from goldenthread.foundations.thread.actions.rewording import (
    WordedSince,
    reword_finding,
    reword_recommendation,
)
from goldenthread.foundations.thread.actions.settling import (
    add_local_theme,
    change_settings,
    retire_local_theme,
)
from goldenthread.foundations.thread.actions.telling import capture, tell_progress, update

__all__ = [
    "WordedSince",
    "add_evidence",
    "add_local_theme",
    "answer_extension",
    "ask_extension",
    "ask_owner",
    "capture",
    "change_owner",
    "change_recommendation_owner",
    "change_settings",
    "link_finding",
    "rate",
    "record_action",
    "record_finding",
    "record_recommendation",
    "record_test",
    "retire_local_theme",
    "reword",
    "reword_finding",
    "reword_recommendation",
    "see_evidence",
    "take_action_step",
    "take_step",
    "tell_progress",
    "update",
]
