# `make` alone lists the commands. Everything runs from .venv; uv itself is in the lock file.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
export UV_PYTHON_DOWNLOADS := never
unexport VIRTUAL_ENV

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# The stamp is newer than the lock when the environment is as it should be.
.venv/.synced: uv.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make demo PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { v=$$($(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])'); echo "The venv module is missing. On Debian and Ubuntu: apt-get install python$$v-venv" >&2; exit 1; }
	@test -x $(BIN)/python || { echo "Making .venv" >&2; $(PYTHON) -m venv .venv; }
	@test -x $(BIN)/uv || { echo "Installing uv" >&2; $(BIN)/python -m pip install --quiet --disable-pip-version-check "$$(sed -n '/^name = "uv"$$/{n;s/version = "\(.*\)"/uv==\1/p;}' uv.lock)"; }
	@echo "Installing what uv.lock names" >&2
	@$(BIN)/uv sync --frozen --quiet --inexact --python $(BIN)/python
	@touch $@

demo: .venv/.synced ## Serve the fictional municipality Duinvliet on http://127.0.0.1:8000
	@exec $(BIN)/bruggenbouwer demo

# In two processes, each with its own database.
test: .venv/.synced ## Run every test, those in the browser too, against a real Neo4j
	@$(BIN)/pytest -n 2 --dist loadscope --no-loadscope-reorder

check: .venv/.synced ## Lint, types, import contracts, translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.translations

docs: .venv/.synced ## Write docs/reference from the code
	@$(BIN)/python -m docs.generate

bench: .venv/.synced ## Measure the speed of bridges, lists and the import
	@$(BIN)/uv sync --frozen --quiet --inexact --group bench --python $(BIN)/python
	@$(BIN)/python -m tests.bench

.PHONY: help demo test check docs bench
