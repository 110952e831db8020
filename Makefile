# `make run` and `make test` set up all they need. Nothing is installed outside .venv.
.DEFAULT_GOAL := run
VENV := .venv
DAYBOOK := $(VENV)/bin/daybook
LOCKS := $(wildcard requirements/*.lock) pyproject.toml
export RASA_TELEMETRY_ENABLED = false
export SQLALCHEMY_SILENCE_UBER_WARNING = 1

.PHONY: run setup train test lint format bench evaluate clean

run: $(VENV)/.run-ready
	@exec $(DAYBOOK) serve

setup: $(VENV)/.run-ready $(VENV)/.test-ready

train: $(VENV)/.run-ready
	@$(DAYBOOK) train

$(VENV)/.run-ready: $(LOCKS) tools/setup.sh tools/rasa_environment.py
	@sh tools/setup.sh run

$(VENV)/.test-ready: $(VENV)/.run-ready $(LOCKS)
	@sh tools/setup.sh dev

test: $(VENV)/.test-ready
	@$(DAYBOOK) train
	@$(VENV)/bin/python -m pytest

lint: $(VENV)/.test-ready
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/mypy

format: $(VENV)/.test-ready
	@$(VENV)/bin/ruff check --fix .

bench: $(VENV)/.test-ready
	@$(VENV)/bin/python -m tools.bench

evaluate: $(VENV)/.run-ready
	@$(DAYBOOK) evaluate

clean:
	rm -rf $(VENV) models .rasa .pytest_cache .mypy_cache .ruff_cache .hypothesis results build *.egg-info
