"""The roles that a seat may carry, each with a plain description for the page that lists them."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    BUSINESS_MANAGER = "business manager"
    COORDINATOR = "coordinator"
    BUSINESS_SUPPORT = "business support"
    DATA_ANALYST = "data analyst"
    TRAINING_OFFICER = "training officer"
    GROUP_CHAIR = "group chair"
    LEAD_PARTNER = "lead safeguarding partner"
    DELEGATED_PARTNER = "delegated safeguarding partner"
    PARTNERSHIP_CHAIR = "partnership chair"
    EDUCATION_LEAD = "education strategic lead"
    DESIGNATED_HEALTH = "designated doctor or nurse"
    AGENCY_LEAD = "agency lead"
    CONTRIBUTOR = "contributor"
    PRACTITIONER = "practitioner"
    LEAD_REVIEWER = "lead reviewer"
    CHILD_DEATH_COORDINATOR = "child death coordinator"
    SCRUTINEER = "independent scrutineer"
    LAY_MEMBER = "lay member"
    YOUNG_ADVISOR = "young advisor"
    REGIONAL_COORDINATOR = "regional coordinator"
    SYSTEM_ADMINISTRATOR = "system administrator"


@dataclass(frozen=True)
class RoleDescription:
    """What an auditor is told about a role."""

    role: Role
    does: str
    second_factor: bool = False  # roles that reach case records, or that give others access


DESCRIPTIONS = {
    description.role: description
    for description in (
        RoleDescription(
            Role.BUSINESS_MANAGER,
            "Runs the partnership's business: plan, tracker, report, people and their seats.",
            True,
        ),
        RoleDescription(
            Role.COORDINATOR,
            "Keeps the tracker, the plan and the meetings up to date, and chases what is late.",
            True,
        ),
        RoleDescription(
            Role.BUSINESS_SUPPORT, "Types in, sends out and files; does not sign anything off."
        ),
        RoleDescription(
            Role.DATA_ANALYST, "Brings figures in, checks them, and says what they mean.", True
        ),
        RoleDescription(Role.TRAINING_OFFICER, "Runs the training programme and its evaluation."),
        RoleDescription(
            Role.GROUP_CHAIR,
            "Chairs a group: reads the whole thread, captures actions, and changes, signs off and tests"
            " what the chair's own group answers for and nobody else's.",
        ),
        RoleDescription(
            Role.LEAD_PARTNER,
            "Chief officer of a statutory partner, jointly answerable for the arrangements.",
        ),
        RoleDescription(
            Role.DELEGATED_PARTNER,
            "Acts for a lead safeguarding partner; signs the yearly report.",
            True,
        ),
        RoleDescription(
            Role.PARTNERSHIP_CHAIR, "The delegated partner who chairs; speaks for the partnership."
        ),
        RoleDescription(
            Role.EDUCATION_LEAD,
            "Speaks for schools, colleges and early years at the level where decisions are made.",
        ),
        RoleDescription(
            Role.DESIGNATED_HEALTH,
            "The senior doctor or nurse for safeguarding across the area's health services.",
            True,
        ),
        RoleDescription(
            Role.AGENCY_LEAD,
            "Answers for one organisation: its actions, its returns, its evidence.",
        ),
        RoleDescription(
            Role.CONTRIBUTOR,
            "Answers what has been asked of one organisation, and sees no more than that.",
        ),
        RoleDescription(
            Role.PRACTITIONER,
            "Works with children and families; books training, reads procedures, is asked for a view.",
        ),
        RoleDescription(
            Role.LEAD_REVIEWER, "Writes a review to which they have been admitted by name.", True
        ),
        RoleDescription(
            Role.CHILD_DEATH_COORDINATOR,
            "Runs the reviews of children's deaths for the panel.",
            True,
        ),
        RoleDescription(
            Role.SCRUTINEER,
            "Looks at all of it independently, asks for evidence, and says what is found.",
            True,
        ),
        RoleDescription(Role.LAY_MEMBER, "A member of the public who reads, asks and challenges."),
        RoleDescription(
            Role.YOUNG_ADVISOR,
            "A young person who advises the partnership and sees what was done about it.",
        ),
        RoleDescription(
            Role.REGIONAL_COORDINATOR,
            "Looks across the partnerships of a region at what they have chosen to share.",
        ),
        RoleDescription(
            Role.SYSTEM_ADMINISTRATOR,
            "Keeps the system running: people's access, back-ups, queues. Reads no findings.",
            True,
        ),
    )
}

# The business unit: the four or five people who keep a partnership going.
BUSINESS_UNIT = frozenset({Role.BUSINESS_MANAGER, Role.COORDINATOR, Role.BUSINESS_SUPPORT})
MANAGERS = frozenset({Role.BUSINESS_MANAGER, Role.COORDINATOR})
STATUTORY_PARTNERS = frozenset({Role.LEAD_PARTNER, Role.DELEGATED_PARTNER, Role.PARTNERSHIP_CHAIR})
# Everyone who is at the partnership's table. Contributors, practitioners, young advisors and the
# system administrator are let into single pages by name instead.
AT_THE_TABLE = frozenset(Role) - {
    Role.CONTRIBUTOR,
    Role.PRACTITIONER,
    Role.YOUNG_ADVISOR,
    Role.SYSTEM_ADMINISTRATOR,
}
EVERY_ROLE = frozenset(Role)


def needs_second_factor(roles) -> bool:
    return any(DESCRIPTIONS[Role(role)].second_factor for role in roles)
