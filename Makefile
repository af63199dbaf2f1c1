# Two commands do everything: `make demo` and `make test`. Both build their own virtual environment first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo docs test test-slow check generate clean

# A stamp per set of dependencies, so that the demo does not install the test tools.
$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.installed-test: pyproject.toml $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[all]"
	touch $@

demo: $(VENV)/.installed
	$(BIN)/kg demo
	@echo "The command is in $(BIN); with 'source $(BIN)/activate' it is called kg."

check: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Each process reads the language model for itself; neighbouring tests, which share fixtures, stay in one process.
test: check
	$(BIN)/pytest -m "not slow" --numprocesses auto --maxprocesses 4 --dist worksteal

test-slow: $(VENV)/.installed-test
	$(BIN)/pytest -m slow

generate: $(VENV)/.installed-test
	$(BIN)/python tools/generate.py

docs: $(VENV)/.installed-test
	$(BIN)/python tools/generate_docs.py
	@echo "Open docs/_build/html/index.html."

clean:
	rm -rf $(VENV) demo dist build docs/_build
