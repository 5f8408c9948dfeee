"""Which roles do what with the plan."""

from goldenthread.foundations.people.roles import AT_THE_TABLE, BUSINESS_UNIT, MANAGERS

READS = AT_THE_TABLE  # and votes: a ballot is for everyone at the table
TYPES_IN = BUSINESS_UNIT
MANAGES = MANAGERS
