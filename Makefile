# make demo    the main job, shown: an invented party's programmes filed, and how its positions changed
# make test    the tests
# make check   format, lint, strict types, tests, the documents' examples, and the project's own corpus
# make bench   figures against other tools; DATA=folder adds real texts
# make torture the heavy tests: kill points, parallel writers, full disks, hostile inputs, fuzzing; MINUTES=2
# make fuzz    fuzzing alone; MINUTES=10
# make lock    requirements.lock anew from pyproject.toml

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?=
WORKERS ?= auto

.PHONY: demo test check format bench torture fuzz lock clean
.DEFAULT_GOAL := check

$(VENV)/installed: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "libcorpus needs Python 3.11 or newer; name one with make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(VENV)/installed
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh scripts/demo.sh "$(CURDIR)/examples"

test: $(VENV)/installed
	$(BIN)/python -m pytest -n $(WORKERS)

check: $(VENV)/installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n $(WORKERS)
	$(BIN)/libcorpus --corpus corpus check

format: $(VENV)/installed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/installed
	$(BIN)/python -m benchmarks $(if $(DATA),--data "$(DATA)")

torture: $(VENV)/installed
	$(BIN)/python -m torture --minutes $(or $(MINUTES),2)

fuzz: $(VENV)/installed
	$(BIN)/python -m torture --minutes $(or $(MINUTES),10) fuzz

lock: $(VENV)/installed
	$(BIN)/python scripts/lock.py

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
