"""Colours that can be told apart in grey and by those who do not see all colours.

Each fill differs from every other by at least 1.4 to 1 in brightness (tested), so a photocopy keeps
them apart; dashes, shapes and labels say the same again, for no meaning rests on colour alone.
"""

INK = "#0b0c0c"
QUIET = "#505a5f"
GRID = "#dcdfe2"
FONT = "arial, 'Liberation Sans', sans-serif"

FILLS = ("#0f3557", "#8a2a62", "#2b7fb8", "#2fa39a", "#eaa13c", "#d3d9de")
LINES = ("#0f3557", "#8a2a62", "#2b7fb8", "#1f7f78", "#6b4d00", QUIET)
COMPARATOR = QUIET
DASHES = ((1, 0), (7, 3), (2, 2), (10, 3, 2, 3), (4, 4), (12, 4))
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
MOST_SERIES = len(FILLS)
