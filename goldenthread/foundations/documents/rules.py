"""What may come in, who may see it, and for how long it is kept. Pure."""

from dataclasses import dataclass
from enum import StrEnum

MOST_BYTES = 20 * 1024 * 1024


class Classification(StrEnum):
    PUBLIC = "public"
    PARTNERSHIP = "partnership"
    RESTRICTED = "restricted"


@dataclass(frozen=True)
class Kind:
    """A type of file that we take, by the endings it may have."""

    title: str
    media_type: str
    endings: tuple[str, ...]


KINDS = (
    Kind("PDF", "application/pdf", (".pdf",)),
    Kind(
        "Word document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        (".docx",),
    ),
    Kind(
        "Excel workbook",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        (".xlsx",),
    ),
    Kind(
        "PowerPoint slides",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        (".pptx",),
    ),
    Kind("OpenDocument text", "application/vnd.oasis.opendocument.text", (".odt",)),
    Kind("OpenDocument sheet", "application/vnd.oasis.opendocument.spreadsheet", (".ods",)),
    Kind("plain text", "text/plain", (".txt", ".md", ".csv")),
    Kind("picture", "image/png", (".png",)),
    Kind("picture", "image/jpeg", (".jpg", ".jpeg")),
)
TAKEN = "PDF, Word, Excel, PowerPoint, OpenDocument, plain text, CSV, PNG or JPEG"


def kind_by_ending(name: str) -> Kind | None:
    lowered = name.lower()
    return next((kind for kind in KINDS if lowered.endswith(kind.endings)), None)
