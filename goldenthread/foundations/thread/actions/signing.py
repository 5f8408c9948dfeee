"""The columns by which a row says who wrote it, and where a thing came from."""

from typing import Any

from goldenthread.foundations.trail.actions import reference


def signed(by: Any) -> dict[str, Any]:
    """For `Model.objects.create(**signed(by), …)`."""
    return {
        "partnership_id": by.partnership_id,
        "by": by.described[:300],
        "seat_id": by.seat_id,
        "person_id": by.person_id or None,
    }


def from_source(source: Any, title: str) -> dict[str, str]:
    """`source` is a record, a reference or nothing; the title is kept beside it."""
    named = source if isinstance(source, str) else reference(source)
    return {"source": named, "source_title": (title or ("" if not source else str(source)))[:300]}
