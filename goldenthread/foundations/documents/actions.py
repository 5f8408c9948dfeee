"""Keep a file, or a new version of it."""

from typing import Any

from django.db import transaction
from django.db.models import Max

from goldenthread.foundations.documents import inspection, store
from goldenthread.foundations.documents.models import Document, Version
from goldenthread.foundations.documents.rules import Classification
from goldenthread.foundations.trail import actions as trail


@transaction.atomic
def keep(
    upload: Any, *, title: str, classification: Classification, about: str, by: Any
) -> Document:
    """Keep an uploaded file for the record `about`. Raises `inspection.Refused` with a plain reason.

    The one who calls has asked permission: whoever may change a record may add a file to it.
    """
    document = Document.objects.create(
        partnership_id=by.partnership_id,
        title=title[:200],
        classification=classification,
        about=about,
    )
    add_version(upload, document=document, by=by)
    return document


@transaction.atomic
def add_version(upload: Any, *, document: Document, by: Any) -> Version:
    kind, content = inspection.inspected(upload.name, upload.read(inspection.MOST_BYTES + 1))
    last = document.versions.aggregate(last=Max("number"))["last"] or 0
    version = Version.objects.create(
        partnership_id=document.partnership_id,
        document=document,
        number=last + 1,
        file_name=upload.name[-200:],
        media_type=kind.media_type,
        size=len(content),
        checksum=store.keep(content, partnership_id=document.partnership_id),
        kept_by_id=by.seat_id,
    )
    trail.record(
        by=by, did="kept a file", to=document, version=version.number, about=document.about
    )
    return version
