"""An attacker who knows every sum, the rule and all that is published, and works out by linear
programming (HiGHS) between which bounds each withheld number must lie. Written apart from the product:
it shares with it only what a reader of the tables is told."""

from math import ceil, floor

import numpy
from scipy.optimize import linprog
from scipy.sparse import csr_matrix


class Attacker:
    """`cells` are what is shown; `unpublished` numbers are known not to be below nought."""

    def __init__(self, sums, cells, unpublished=()):
        self.keys = [*cells, *unpublished]
        self.at = {key: n for n, key in enumerate(self.keys)}
        self.cells = cells
        self.bounds = [self.told(cells.get(key)) for key in self.keys]
        matrix = [(row, self.at[key], sign) for row, one in enumerate(sums)
                  for key, sign in [(one.whole, -1), *((part, 1) for part in one.parts)]]  # fmt: skip
        rows, columns, signs = zip(*matrix, strict=True)
        self.equations = csr_matrix((signs, (rows, columns)), shape=(len(sums), len(self.keys)))

    @staticmethod
    def told(cell):
        if cell is None:
            return 0, None
        return (1, None) if cell.is_withheld else (cell.lowest, cell.highest)

    def range_of(self, key):
        """The least and the greatest whole number that this one could be; None for no greatest."""
        least, most = self.extreme(key, 1), self.extreme(key, -1)
        return ceil(least - 1e-7), None if most is None else floor(-most + 1e-7)

    def extreme(self, key, sign):
        cost = numpy.zeros(len(self.keys))
        cost[self.at[key]] = sign
        found = linprog(cost, A_eq=self.equations, b_eq=numpy.zeros(self.equations.shape[0]),
                        bounds=self.bounds, method="highs")  # fmt: skip
        if found.status in (3, 4):  # no end to it
            return None
        assert found.status == 0, found.message
        return found.fun

    def ranges(self):
        return {key: self.range_of(key) for key, cell in self.cells.items() if cell.is_withheld}
