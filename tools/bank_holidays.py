"""Write down England's bank holidays from the `holidays` library: `python tools/bank_holidays.py`."""

import csv
from pathlib import Path

from goldenthread.engine import bank_holidays

YEARS = range(2000, 2051)


def main() -> None:
    path = Path(bank_holidays.__file__).with_suffix(".csv")
    with path.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened, lineterminator="\n")
        rows.writerow(["day", "name"])
        for year in YEARS:
            rows.writerows(sorted(bank_holidays.from_library(year).items()))


if __name__ == "__main__":
    main()
