# One command a chore. `make run` and `make test` are all that is needed on a fresh machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 7860
INSTALLED := $(VENV)/.installed
# Programs of the operating system; see "System packages" in README.md.
SYSTEM_PACKAGES := bubblewrap chromium-headless-shell fonts-noto-cjk g++

.PHONY: run install test test-levels lint bench soak system check-python format clean

run: $(INSTALLED)
	$(BIN)/python app.py --host $(HOST) --port $(PORT)

install: $(INSTALLED)

$(INSTALLED): pyproject.toml constraints.txt | check-python
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt 'torch==2.13.0'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[torch,gguf,dev]'
	@touch $@

check-python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed; '$(PYTHON)' is $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "Python's venv module is missing. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

# Optional programs that make more possible: stronger isolation, browser tests, C++ problems.
system:
	@missing=; for package in $(SYSTEM_PACKAGES); do dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"; done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then echo "Please install with your package manager:$$missing"; exit 1; fi; \
	if [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq --no-install-recommends $$missing; \
	else echo "Please run: sudo apt-get install -y --no-install-recommends$$missing"; exit 1; fi

test: $(INSTALLED)
	$(BIN)/python -m pytest --numprocesses auto --dist loadscope --no-loadscope-reorder

# The sandbox once more, at every level of isolation below the best; a machine may offer none (exit code 5).
test-levels: $(INSTALLED)
	$(BIN)/python -m pytest --numprocesses auto --dist loadscope --no-loadscope-reorder --levels weaker || test $$? -eq 5

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(INSTALLED)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(INSTALLED)
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench_personas

soak: $(INSTALLED)
	$(BIN)/python -m tests.sandbox.soak

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
