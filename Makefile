# The two commands of the README, `make demo` and `make test`, and what they stand on.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python3.14; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info)' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
ASSETS := src/ascertain/publish/site/assets/site.js
ARGS ?=
# What tests write lies in memory where there is room for it: no test rests on a disk (power cuts are simulated, call by
# call), and waiting for one is half of the time of those that sync everything.
IN_MEMORY := $(shell test -w /dev/shm && df -Pm /dev/shm | awk 'NR == 2 && $$4 > 3000 {print "/dev/shm"}')
PYTEST := $(if $(IN_MEMORY),PYTEST_DEBUG_TEMPROOT=$(IN_MEMORY)) $(BIN)/pytest

.PHONY: demo test install test-install system check gate bench attacks lock clean

demo: install
	$(BIN)/ascertain demo $(ARGS)

test: test-install
	$(PYTEST) -n auto

# Chromium, ffmpeg, PostgreSQL, Tesseract with English and Arabic: only some tests need them, and those skip without, saying so.
system:
	apt-get update -q
	DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
	    chromium ffmpeg tesseract-ocr tesseract-ocr-eng tesseract-ocr-ara fonts-noto-core openssl iproute2 util-linux postgresql

check: test-install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# No figure may fall below bench/baseline.json.
gate: test-install
	$(BIN)/python bench/gate.py

bench: test-install
	$(BIN)/python bench/case.py
	$(BIN)/python bench/evidence.py

# The attacks of docs/promises.md with many more cases: hours rather than minutes; the page keeps what came of it.
attacks: test-install
	ASCERTAIN_ATTACKS=long ASCERTAIN_PROMISES=docs/promises.md $(PYTEST) -n auto tests/attacks

install: $(VENV)/.installed $(ASSETS)
test-install: $(VENV)/.installed-test $(ASSETS)

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: https://www.python.org/downloads/"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/pyvenv.cfg requirements/base.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m ascertain.knowledge.gazetteer
	$(BIN)/python -m compileall -q src/ascertain
	touch $@

$(VENV)/.installed-test: $(VENV)/.installed requirements/test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	touch $@

$(ASSETS): $(VENV)/.installed $(wildcard web/*.json web/*.py web/src/*)
	$(BIN)/python web/build.py

# Pins with hashes and no host: which index they come from is the reader's own choice.
lock:
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host \
	    --no-emit-find-links --no-header --no-annotate --extra build -o requirements/base.txt pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host \
	    --no-emit-find-links --no-header --no-annotate --extra build --extra test --extra timestamps -c requirements/base.txt -o requirements/test.txt pyproject.toml

clean:
	rm -rf $(VENV) al-tanf-2017 web/node_modules src/ascertain/publish/site/assets
