#!/bin/sh
# Make .venv with everything in uv.lock. Needs only Python 3.11 or later and the package registry.
set -eu
cd "$(dirname "$0")/.."
export UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
[ -x .venv/bin/python ] || python3 -m venv .venv 2>/dev/null || python3 -m venv --without-pip --clear .venv
if ! .venv/bin/uv --version >/dev/null 2>&1; then
  # Debian keeps ensurepip in a package of its own: where it is missing, the system's pip fills the venv.
  if .venv/bin/python -m pip --version >/dev/null 2>&1; then
    .venv/bin/python -m pip install --quiet --require-hashes -r tools/uv.txt
  else
    python3 -m pip --python .venv/bin/python install --quiet --require-hashes -r tools/uv.txt
  fi
fi
# --inexact, or uv would remove itself: it is not part of the lock.
VIRTUAL_ENV="$PWD/.venv" .venv/bin/uv sync --quiet --frozen --inexact --extra embedded
touch .venv/.ready
