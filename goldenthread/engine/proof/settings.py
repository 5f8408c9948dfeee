"""What a proof may be told: whom small numbers identify, which headings are required."""

from dataclasses import dataclass, field

from goldenthread.engine.proof.headings import RequiredHeading


@dataclass(frozen=True)
class Settings:
    """`small` is the largest count treated as identifying (1 to 5 in many national releases).

    `headings` are those that the guidance requires; `expect_all` also reports those not found.
    `review` says that the document is a review of a child's case: None lets its words tell.
    """

    small: int = 5
    headings: tuple[RequiredHeading, ...] = field(default=())
    expect_all: bool = False
    review: bool | None = None
