# The whole of running Golden Thread: make demo, make test. The rest is for those who change it.
.PHONY: setup demo stop test test-spark check bench sizes vendor pictures clean
PORT ?= 8000
BIN := .venv/bin

setup: .venv/.ready

.venv/.ready: pyproject.toml uv.lock tools/setup.sh tools/uv.txt
	@tools/setup.sh

demo: setup
	@tools/system_packages.sh writers
	@$(BIN)/goldenthread demo --port $(PORT)

stop: setup
	@$(BIN)/goldenthread stop

test: setup
	@tools/system_packages.sh writers browser
	@$(BIN)/pytest -n 2 --dist loadgroup

# Apache Spark is 450 MB and most changes do not touch it, so it has a target of its own. CI runs it.
test-spark: setup
	@tools/system_packages.sh java
	@VIRTUAL_ENV="$(CURDIR)/.venv" UV_LINK_MODE=copy $(BIN)/uv sync --quiet --frozen --inexact --extra embedded --extra spark
	@SPARK_MUST_RUN=1 $(BIN)/pytest -m spark goldenthread/engine/indicators

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy goldenthread
	$(BIN)/lint-imports --no-cache
	$(BIN)/djlint --quiet --lint goldenthread
	$(BIN)/goldenthread manage makemigrations --check --dry-run
	$(BIN)/goldenthread diagrams --check
	$(BIN)/python tools/sizes.py

bench: setup
	$(BIN)/python -m bench

sizes: setup
	$(BIN)/python tools/sizes.py

# From a running demonstration, on the same PORT: make demo, then make pictures.
pictures: setup
	@tools/system_packages.sh browser
	$(BIN)/python tools/pictures.py --address http://127.0.0.1:$(PORT)

vendor: setup
	$(BIN)/python tools/vendor_govuk.py

clean:
	rm -rf .venv .local
