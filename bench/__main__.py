"""Run the benchmarks: all of them, or those named.

python -m bench [NAME…]
"""

import sys
import time
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent


def names() -> list[str]:
    """The modules of this folder that have a `main()`."""
    found = sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_"))
    return [name for name in found if "\ndef main(" in (HERE / f"{name}.py").read_text()]


def main(wanted: list[str]) -> int:
    unknown = set(wanted) - set(names())
    if unknown:
        sys.stderr.write(
            f"There is no benchmark {unknown.pop()}. There are: {', '.join(names())}\n"
        )
        return 2
    for name in wanted or names():
        print(f"\n== {name}", flush=True)
        began = time.perf_counter()
        import_module(f"bench.{name}").main()
        print(f"   ({time.perf_counter() - began:.0f} s)", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
