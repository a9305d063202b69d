# The verbs of the project; `make help` lists them.
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8501
ARTICLES ?= seeds
EVAL ?= ../shared/eval
SEED ?= 1
TRAIN ?= dev
TEST ?= dev2
N ?= 100

.PHONY: help run test pytest test-outside walk lint format bench mutants eval links concepts look screenshots reference clean

help:  ## list the verbs
	@grep -E '^[a-z-]+:.*  ## ' Makefile | sed -E 's/:.*  ## /:\t/' | expand -t 15

run: .venv/installed  ## set up, analyse ARTICLES (default: the sample corpus), open the dashboard on PORT
	@$(BIN)/python -m dashboard run "$(ARTICLES)" --port $(PORT)

# Tests stay with the worker that has their fixtures until the other has nothing left to do. Modules are compiled once
# for the many processes that tests start, also where the environment says not to keep them.
test: .venv/installed-for-tests  ## set up, lint, check types, run the tests (but the long walks, and those that need a network)
	@$(MAKE) --no-print-directory --jobs=2 lint pytest

pytest: .venv/installed-for-tests
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 2 --dist worksteal -m "not walk and not outside"

test-outside: .venv/installed-for-tests  ## install into a fresh environment over the network, and see that it works
	@$(BIN)/python -m pytest -m outside

walk: .venv/installed-for-tests  ## take every walk through the dashboard in a real Chromium, the long ones too
	@$(BIN)/python -m pytest -n 2 -m browser tests/browser

lint: .venv/installed-for-tests  ## check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/installed-for-tests  ## format the code
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: .venv/installed-for-bench  ## measure speed: extraction, numbers, library, pages
	@EVAL="$(EVAL)" $(BIN)/python -m tests.benchmarks

mutants: .venv/installed-for-mutants  ## change rules at random, count the changes that a test notices: SEED=n, N=how many, ROOM=extract/dates
	@$(BIN)/python -m tests.mutants --seed "$(SEED)" --number "$(N)" --room "$(ROOM)"

eval: .venv/installed  ## score what is found on an evaluation kit: EVAL=path/to/kit
	@test -f "$(EVAL)/evaluate.py" || { echo "No evaluate.py in $(EVAL): name a kit, make eval EVAL=path/to/kit"; exit 1; }
	@$(PYTHON) "$(EVAL)/evaluate.py" --project . --python $(BIN)/python

links: .venv/installed-for-tests  ## learn what links figures on one set, score on another: TRAIN=dev TEST=dev2, TOPICS=no
	@EVAL="$(EVAL)" $(BIN)/python -m tests.accuracy.linking "$(TRAIN)" "$(TEST)" $(if $(filter no,$(TOPICS)),--no-topics)

concepts: .venv/installed-for-tests  ## learn what tells that two words name one thing, score each event by weights learnt without it: WRITE=1
	@EVAL="$(EVAL)" $(BIN)/python -m tests.accuracy.concepts $(if $(WRITE),--write)

look: .venv/installed-for-tests  ## look at every page, wide and narrow, light and dark: build/look; HARD=1: of hard collections
	@$(BIN)/python -m tests.look $(if $(HARD),--hard)

screenshots: .venv/installed-for-tests  ## take the README's pictures of the pages anew
	@$(BIN)/python -m tests.look --readme

reference: .venv/installed-for-tests  ## write the README's command reference and version anew
	@$(BIN)/python tests/reference.py

clean:  ## remove what the other verbs made, libraries aside
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/installed: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing what the dashboard needs (the first time this takes a minute or two) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/installed-for-bench: .venv/installed-for-tests tests/benchmarks/requirements.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r tests/benchmarks/requirements.txt
	@touch $@

.venv/installed-for-mutants: .venv/installed-for-tests tests/mutants/requirements.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r tests/mutants/requirements.txt
	@touch $@

.venv/installed-for-tests: .venv/installed tests/requirements.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r tests/requirements.txt
	@touch $@
