"""What a judgement says, in sentences that a board can act on: the variation, the target, and both."""

from collections.abc import Mapping
from types import MappingProxyType

from goldenthread.engine.judgement.causes import Cause, Sign
from goldenthread.engine.judgement.control import Assurance, Variation

VARIATION: Mapping[Variation, str] = MappingProxyType(
    {
        Variation.COMMON: "Moving within its usual range: no real change is seen.",
        Variation.IMPROVING: "A real change for the better, more than chance.",
        Variation.CONCERNING: "A real change for the worse, more than chance.",
        Variation.HIGH: "A real change upwards, more than chance; neither way is called better.",
        Variation.LOW: "A real change downwards, more than chance; neither way is called better.",
    }
)

ASSURANCE: Mapping[Assurance, str] = MappingProxyType(
    {
        Assurance.CONSISTENTLY_MET: "As things are done now, the target will be met each time.",
        Assurance.HIT_AND_MISS: "As things are done now, chance decides whether the target is met.",
        Assurance.CONSISTENTLY_MISSED: "As things are done now, the target will be missed each time.",
    }
)

TOGETHER: Mapping[tuple[Variation, Assurance | None], str] = MappingProxyType(
    {
        (Variation.IMPROVING, Assurance.CONSISTENTLY_MET): "Getting better, and the target is safe. Find out what brought this about, keep to it and pass it on; a harder target may be due.",
        (Variation.IMPROVING, Assurance.HIT_AND_MISS): "Getting better, but the target is still met only by chance. Go on with what is working until it is met every time.",
        (Variation.IMPROVING, Assurance.CONSISTENTLY_MISSED): "Getting better, but not yet enough to meet the target. Do more of what is working, and ask whether it will get there in time.",
        (Variation.COMMON, Assurance.CONSISTENTLY_MET): "Steady, and the target is safe. Nothing needs doing; a single lower or higher figure is no news.",
        (Variation.COMMON, Assurance.HIT_AND_MISS): "Steady, with the target met some times and missed others by chance. Asking why about one figure will not help: only a change in how things are done will.",
        (Variation.COMMON, Assurance.CONSISTENTLY_MISSED): "Steady, and the target is out of reach as things are done now. The way of working itself has to change.",
        (Variation.CONCERNING, Assurance.CONSISTENTLY_MET): "Getting worse, though the target is still met. Find the reason now, before it is missed.",
        (Variation.CONCERNING, Assurance.HIT_AND_MISS): "Getting worse, with the target met only by chance. Find what changed and put it right.",
        (Variation.CONCERNING, Assurance.CONSISTENTLY_MISSED): "Getting worse, and the target is missed each time. This comes first: find what changed, and agree what each partner will do.",
        (Variation.COMMON, None): "Steady. Nothing here calls for a reason to be found for the latest figure.",
        (Variation.IMPROVING, None): "Getting better. Find out what brought this about, and keep to it.",
        (Variation.CONCERNING, None): "Getting worse. Find what changed, and agree what will be done.",
        (Variation.HIGH, None): "Higher than chance explains. Find what changed, then decide whether it is welcome.",
        (Variation.LOW, None): "Lower than chance explains. Find what changed, then decide whether it is welcome.",
    }
)  # fmt: skip

SIGNS: Mapping[Sign, str] = MappingProxyType(
    {
        Sign.OUTSIDE: "beyond the limits",
        Sign.TREND: "one of seven or more in a row that rise or fall",
        Sign.NEAR: "one of two in three close to the same limit",
        Sign.SHIFT: "one of seven or more in a row on the same side of the mean",
    }
)

PROVISIONAL = "Provisional: the limits rest on fewer than 13 figures and may still move."


def together(variation: Variation, assurance: Assurance | None) -> str:
    """What to conclude from both, in a sentence or two. Where neither way is better there is no
    target to be sure of, so `assurance` then says nothing."""
    neutral = variation in (Variation.HIGH, Variation.LOW)
    return TOGETHER[variation, None if neutral else assurance]


def why(cause: Cause | None) -> str:
    """Why a point stands out; nothing where it does not."""
    return SIGNS[cause.sign] if cause else ""
