"""Who may open the pages of the yearly report. What may be done there is the foundation's to say."""

from goldenthread.foundations.people.entrances import Public, seats
from goldenthread.foundations.people.roles import AT_THE_TABLE, MANAGERS
from goldenthread.foundations.publishing.permissions import SIGNERS, WRITERS

READERS = seats(AT_THE_TABLE)
WRITING = seats(WRITERS)
MANAGING = seats(MANAGERS)

PAGES = {
    "yearly_report:index": READERS,
    "yearly_report:start": MANAGING,
    "yearly_report:report": READERS,
    "yearly_report:section": READERS,
    "yearly_report:add-section": WRITING,
    "yearly_report:write": WRITING,
    "yearly_report:add-block": WRITING,
    "yearly_report:remove-block": WRITING,
    "yearly_report:change-section": WRITING,
    "yearly_report:move-section": WRITING,
    "yearly_report:add-quotation": WRITING,
    "yearly_report:change-quotation": WRITING,
    "yearly_report:move-block": WRITING,
    "yearly_report:move-block-to": WRITING,
    "yearly_report:put-block-back": WRITING,
    "yearly_report:remove-section": WRITING,
    "yearly_report:put-section-back": WRITING,
    "yearly_report:versions": READERS,
    "yearly_report:sent": MANAGING,
    "yearly_report:block-history": READERS,
    "yearly_report:hold": WRITING,
    "yearly_report:let-go": WRITING,
    "yearly_report:comment": READERS,
    "yearly_report:settle-comment": READERS,
    "yearly_report:preview": READERS,
    "yearly_report:proof": READERS,
    "yearly_report:print": READERS,
    "yearly_report:download": READERS,
    "yearly_report:step": MANAGING,
    "yearly_report:sign": seats(SIGNERS),
    "yearly_report:headings": READERS,
    "yearly_report:correct-heading": MANAGING,
    "public_reports:list": Public(),
    "public_reports:report": Public(),
    "public_reports:file": Public(),
}
