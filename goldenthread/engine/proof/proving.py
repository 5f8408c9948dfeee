"""Reading a document for slips: every check in the table, in order of the document."""

from goldenthread.engine.proof import checks
from goldenthread.engine.proof.document import Document
from goldenthread.engine.proof.language import forgetting
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip

DEFAULT = Settings()


def prove(document: Document, settings: Settings = DEFAULT) -> list[Slip]:
    """Every slip found, doubtful ones too, as the document runs and the surest first."""
    found = {
        (slip.kind, slip.place, slip.quote, slip.message): slip
        for check in checks.CHECKS
        for slip in check(document, settings)
    }
    forgetting.forget()
    return sorted(found.values(), key=lambda slip: (slip.at, -slip.certainty))
