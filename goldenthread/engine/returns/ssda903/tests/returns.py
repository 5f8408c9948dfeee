"""Small returns for the tests, as a council would hand them over."""

from pathlib import Path

from goldenthread.engine.returns.ssda903.fields import columns_of

HEADER = {
    "CHILD": "c1",
    "SEX": "F",
    "DOB": "01/02/2010",
    "ETHNIC": "WBRI",
    "UPN": "",
    "MOTHER": "0",
}
EPISODE = {
    "CHILD": "c1", "DECOM": "01/05/2025", "RNE": "S", "LS": "C2", "CIN": "N1", "PLACE": "U1",
    "PLACE_PROVIDER": "PR1", "DEC": "03/06/2025", "REC": "E4A",
}  # fmt: skip


def write(folder: Path, **tables: list[dict[str, str]]) -> list[Path]:
    """One CSV for each table named, with every heading."""
    folder.mkdir(exist_ok=True)
    paths = []
    for table, rows in tables.items():
        lines = [",".join(columns_of(table))]
        lines += [",".join(row.get(column, "") for column in columns_of(table)) for row in rows]
        paths.append(folder / f"{table}.csv")
        paths[-1].write_text("\n".join(lines), encoding="utf-8")
    return paths
