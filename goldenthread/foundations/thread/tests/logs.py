"""A small action log, and short ways to bring it in and out again."""

import csv
import io

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread.actions import importing
from goldenthread.foundations.thread.tests.browsing import address

LOG = (
    "Ref,Recommendation,Action,Lead agency,Lead officer,Due,RAG,Status,Notes to self,Themes\n"
    "A1,Invite health,Write the list,West Police,Ade Okoro,30/06/2030,G,Open,keep me,Neglect\n"
    "A2,Invite health,Tell the teams,The Trust,Nobody yet,End of May 2030,R,Done,,\n"
)
TO_SEE = "to see"


def uploaded(manager, content=b"", name="log.csv"):
    with under(manager):
        return importing.upload_log(name=name, content=content or LOG.encode(), by=manager)


def brought_in(manager, log, **how):
    with under(manager):
        return importing.bring_in(log=log, by=manager, **{"if_done": TO_SEE, **how})


def exported(client, manager, log, query=""):
    where = address("export-as", manager, shape=log.pk if log else 0, kind="csv") + query
    answer = factories.sign_in(client, manager).get(where)
    content = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content)))
