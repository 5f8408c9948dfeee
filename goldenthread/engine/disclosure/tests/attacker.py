"""An attacker who knows every sum, the rule and all that is printed, and works out by linear
programming (HiGHS) between which bounds each number must lie that is withheld, or small and printed
nowhere. Written apart from the product: it shares with it only what a reader of the tables is told."""

from math import ceil, floor

import numpy
from scipy.optimize import linprog
from scipy.sparse import csr_matrix


class Attacker:
    """`cells` are what is shown; `unpublished` numbers are known not to be below nought.

    `told` are further things a reader knows: ({number: how many times}, the most that makes at most).
    """

    def __init__(self, sums, cells, unpublished=(), told=()):
        self.keys = [*cells, *unpublished]
        self.at = {key: n for n, key in enumerate(self.keys)}
        self.cells = cells
        self.bounds = [self.told(cells.get(key)) for key in self.keys]
        self.equations = self.matrix(
            [{one.whole: -1, **dict.fromkeys(one.parts, 1)} for one in sums])  # fmt: skip
        self.shares = self.matrix([times for times, _ in told]) if told else None
        self.most = [most for _, most in told] or None

    def matrix(self, lines):
        entries = [(row, self.at[key], times) for row, line in enumerate(lines)
                   for key, times in line.items()]  # fmt: skip
        if not entries:
            return csr_matrix((len(lines), len(self.keys)))
        rows, columns, times = zip(*entries, strict=True)
        return csr_matrix((times, (rows, columns)), shape=(len(lines), len(self.keys)))

    @staticmethod
    def told(cell):
        if cell is None:
            return 0, None
        return (1, None) if cell.is_withheld else (cell.lowest, cell.highest)

    def range_of(self, key):
        """The least and the greatest whole number that this one could be; None for no greatest."""
        least, most = self.extreme({key: 1}), self.extreme({key: -1})
        return ceil(least - 1e-7), None if most is None else floor(-most + 1e-7)

    def extreme(self, times):
        cost = numpy.zeros(len(self.keys))
        for key, much in times.items():
            cost[self.at[key]] = much
        found = linprog(cost, A_eq=self.equations, b_eq=numpy.zeros(self.equations.shape[0]),
                        A_ub=self.shares, b_ub=self.most, bounds=self.bounds, method="highs")  # fmt: skip
        if found.status in (3, 4):  # no end to it
            return None
        assert found.status == 0, found.message
        return found.fun

    def ranges(self):
        return {key: self.range_of(key) for key, cell in self.cells.items() if cell.is_withheld}


class Reader(Attacker):
    """An attacker who has nothing but the printed texts and the rule: not even what the product says
    that a text may stand for."""

    def __init__(self, rule, sums, texts, unpublished=(), told=()):
        self.rule, self.texts = rule, texts
        super().__init__(sums, texts, unpublished, told)

    def told(self, text):
        if text is None:
            return 0, None
        if text == self.rule.withheld:
            return 1, None
        if text == "0":
            return 0, 0
        half, least = self.rule.rounding / 2, self.rule.threshold + 1
        if text == self.rule.low:
            return least, ceil(half) - 1
        number = int(text.replace(",", ""))
        return max(ceil(number - half), least), ceil(number + half) - 1

    def ranges(self):
        """Of everything withheld."""
        withheld = [key for key, text in self.texts.items() if text == self.rule.withheld]
        return {key: self.range_of(key) for key in withheld}
