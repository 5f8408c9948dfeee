"""Write down the indicators' queries for DuckDB: run it when an expression of theirs has changed."""

from pathlib import Path

from goldenthread.engine import indicators
from goldenthread.engine.indicators.collection import COLLECTIONS
from goldenthread.engine.indicators.compiling import compiled

for collection in COLLECTIONS:
    path = Path(indicators.__file__).with_name(f"{collection.folder}.json")
    path.write_text(compiled(collection, "duckdb").as_json(), encoding="utf-8")
    print(path)
