"""Which roles do what with the plan."""

from goldenthread.foundations.people.roles import AT_THE_TABLE, BUSINESS_UNIT, MANAGERS, Role

READS = AT_THE_TABLE  # and votes: a ballot is for everyone at the table
TYPES_IN = BUSINESS_UNIT
MANAGES = MANAGERS
# Who answers where an objective names an organisation and no person: those whose role it is to speak
# for it. Its contributors and practitioners do what they are asked by name, and the plan is no page of theirs.
ANSWERS_FOR_ORGANISATION = (
    Role.AGENCY_LEAD,
    Role.DELEGATED_PARTNER,
    Role.EDUCATION_LEAD,
    Role.DESIGNATED_HEALTH,
)
