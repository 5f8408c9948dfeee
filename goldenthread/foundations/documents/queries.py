from django.db.models import QuerySet

from goldenthread.foundations.documents.models import Document, Version


def documents_of(member, about: str) -> QuerySet[Document]:
    """The files of one record, newest first; whoever may read the record may see that they are there."""
    return Document.objects.filter(partnership_id=member.partnership_id, about=about).order_by(
        "-pk"
    )


def current_version(member, pk: int) -> QuerySet[Version]:
    own = Version.objects.filter(partnership_id=member.partnership_id, document_id=pk)
    return own.select_related("document", "kept_by").order_by("-number")[:1]
