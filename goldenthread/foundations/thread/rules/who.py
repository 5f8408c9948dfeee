"""Which roles may do what in the thread; read by the workflows and by the permissions."""

from goldenthread.foundations.people.roles import MANAGERS, Role

# Who sees the whole thread of a partnership.
READS_ALL = (
    Role.BUSINESS_MANAGER,
    Role.COORDINATOR,
    Role.BUSINESS_SUPPORT,
    Role.DATA_ANALYST,
    Role.TRAINING_OFFICER,
    Role.GROUP_CHAIR,
    Role.LEAD_PARTNER,
    Role.DELEGATED_PARTNER,
    Role.PARTNERSHIP_CHAIR,
    Role.EDUCATION_LEAD,
    Role.DESIGNATED_HEALTH,
    Role.SCRUTINEER,
    Role.LAY_MEMBER,
)
# Who sees what their own organisation was asked, and the findings and recommendations behind it.
READS_OWN = (Role.AGENCY_LEAD, Role.CONTRIBUTOR)
READERS = (*READS_ALL, *READS_OWN)

TYPES_IN = (Role.BUSINESS_MANAGER, Role.COORDINATOR, Role.BUSINESS_SUPPORT)
# Capabilities hand over what these people found: a reviewer, an analyst, a training officer.
FINDS = (
    *TYPES_IN,
    Role.GROUP_CHAIR,
    Role.SCRUTINEER,
    Role.DATA_ANALYST,
    Role.TRAINING_OFFICER,
    Role.DESIGNATED_HEALTH,
    Role.LEAD_REVIEWER,
    Role.CHILD_DEATH_COORDINATOR,
)
RECOMMENDS = (
    *TYPES_IN,
    Role.GROUP_CHAIR,
    Role.LEAD_REVIEWER,
    Role.CHILD_DEATH_COORDINATOR,
)
MAY_UPDATE = (*TYPES_IN, Role.GROUP_CHAIR, Role.AGENCY_LEAD, Role.CONTRIBUTOR)
MAY_SIGN_OFF = (Role.BUSINESS_MANAGER, Role.COORDINATOR, Role.GROUP_CHAIR)
MAY_TEST = (*MAY_SIGN_OFF, Role.SCRUTINEER)
MANAGES = (Role.BUSINESS_MANAGER, Role.COORDINATOR)

assert frozenset(MANAGES) == MANAGERS, "the tracker's managers are those of the business unit"
