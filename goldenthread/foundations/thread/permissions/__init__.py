"""Who may do what in the thread. Each answer is a Decision: yes, or no with its reason."""

from goldenthread.foundations.thread.permissions.actions import (
    may_answer_extension,
    may_ask_extension,
    may_ask_owner,
    may_edit,
    may_give_evidence,
    may_rate,
    may_record_action,
    may_take_action_step,
    may_update,
)
from goldenthread.foundations.thread.permissions.keeping import may_import, may_manage
from goldenthread.foundations.thread.permissions.pages import LINK, PAGES
from goldenthread.foundations.thread.permissions.reach import NOT_YOUR_GROUP
from goldenthread.foundations.thread.permissions.recommendations import (
    may_edit_recommendation,
    may_give_recommendation_evidence,
    may_record_finding,
    may_record_recommendation,
    may_reword_finding,
    may_take_step,
    may_test,
)

__all__ = [
    "LINK",
    "NOT_YOUR_GROUP",
    "PAGES",
    "may_answer_extension",
    "may_ask_extension",
    "may_ask_owner",
    "may_edit",
    "may_edit_recommendation",
    "may_give_evidence",
    "may_give_recommendation_evidence",
    "may_import",
    "may_manage",
    "may_rate",
    "may_record_action",
    "may_record_finding",
    "may_record_recommendation",
    "may_reword_finding",
    "may_take_action_step",
    "may_take_step",
    "may_test",
    "may_update",
]
