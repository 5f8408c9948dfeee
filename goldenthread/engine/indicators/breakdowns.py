"""The breakdowns of a figure, and what each may say, in the order in which they are written."""

NOT_KNOWN, UNBORN = "not known", "unborn"
AGES = ("unborn", "under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over", NOT_KNOWN)
SEXES = ("female", "male", NOT_KNOWN)
ETHNICITIES = ("Asian", "Black", "mixed", "other", "white", NOT_KNOWN)
DISABILITIES = ("yes", "no", NOT_KNOWN)
BREAKDOWNS = {
    "age": AGES,
    "sex": SEXES,
    "ethnicity": ETHNICITIES,
    "disability": DISABILITIES,
}
# The codes of each ethnicity.
ETHNIC_GROUPS = {
    "white": ("WBRI", "WIRI", "WIRT", "WOTH", "WROM"),
    "mixed": ("MWBC", "MWBA", "MWAS", "MOTH"),
    "Asian": ("AIND", "APKN", "ABAN", "AOTH", "CHNE"),
    "Black": ("BCRB", "BAFR", "BOTH"),
    "other": ("OOTH",),
}
