# Vitrina's commands. `make` alone lists them. Each prepares what it needs: a fresh machine has to bring
# git, make, Python 3.11 or newer with venv, and a network with a package registry; judges also Node and Java.

.DEFAULT_GOAL := help
.PHONY: site release test serve lint judges lighthouse messages lock clean help browser testing judging

PYTHON ?= python3
RUN := .venv/bin

# A copied or moved folder, an upgraded Python and an interrupted installation leave a .venv that does not
# work. .venv/home is written last and names the folder the .venv was made for; without it all is made anew.
VENV_WORKS := $(shell test "$$(cat .venv/home 2>/dev/null)" = "$(CURDIR)" && \
	.venv/bin/python -c 'import pip' 2>/dev/null && echo yes)
ifneq ($(VENV_WORKS),yes)
.PHONY: .venv/site.stamp
endif

site: .venv/site.stamp  ## build the site into output/ | собрать сайт в output/
	@$(RUN)/invoke build $(ARGS)

serve: .venv/site.stamp  ## preview on http://localhost:8000 with live reload | посмотреть сайт и его правки сразу
	@$(RUN)/invoke serve $(ARGS)

release: .venv/site.stamp  ## bring the published site up to date | обновить опубликованный сайт
	@$(RUN)/invoke release $(ARGS)

test: .venv/dev.stamp testing  ## run every test, real-browser ones included | выполнить все тесты, в том числе в браузере
	@PYTHONDONTWRITEBYTECODE= $(RUN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal $(ARGS)

lint: .venv/dev.stamp  ## check style, types and import directions | проверить стиль, типы и направления импорта
	@$(RUN)/ruff check .
	@$(RUN)/ruff format --check .
	@$(RUN)/mypy
	@$(RUN)/lint-imports

judges: .venv/dev.stamp site judges/node_modules/.stamp judging  ## have outside programs judge every page (needs Node and Java) | отдать все страницы сторонним проверкам (нужны Node и Java)
	@$(RUN)/python -m judges.judge output

lighthouse: .venv/dev.stamp site judges/node_modules/.stamp browser  ## measure pages with Lighthouse, about ten minutes | измерить страницы программой Lighthouse, минут десять
	@$(RUN)/python -m judges.lighthouse output

messages: .venv/site.stamp  ## collect new interface words into locales/ | собрать новые слова интерфейса в locales/
	@$(RUN)/invoke messages $(ARGS)

lock: .venv/dev.stamp  ## renew the locks; ARGS=--upgrade takes newer versions | обновить locks/; ARGS=--upgrade берёт новые версии
	@$(compile) locks/site.in --output-file locks/site.txt $(ARGS)
	@$(compile) locks/dev.in --constraint locks/site.txt --output-file locks/dev.txt $(ARGS)
	@cd judges && npm install --package-lock-only --ignore-scripts

clean:  ## remove what can be made again: output/, reports/, .venv, caches | удалить всё, что можно сделать заново
	@rm -rf output preview .preview.* .output.* reports .cache .venv judges/node_modules \
		.pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## list these commands | показать эти команды
	@sed -n 's/^\([a-z]*\):.*## \(.*\) | \(.*\)$$/make \1|\2|\3/p' Makefile | \
		while IFS='|' read -r name english russian; do \
			printf '%-12s %s\n%-12s %s\n' "$$name" "$$english" '' "$$russian"; done

# ---- what the commands above need -------------------------------------------------------------------

# No index address and no find-links: the lock says what is installed, never from where.
compile = $(RUN)/uv --no-config pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links

# Two q: the machine's own pip settings may name places that lack a package, and pip warns of each.
install = $(RUN)/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes

.venv/site.stamp: locks/site.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo \
		'Install Python 3.11 or newer, or name it: make PYTHON=python3.12. / Установите Python 3.11 или новее либо укажите его: make PYTHON=python3.12.' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo \
		'Python has no venv module: apt-get install python3-venv. / В Python нет модуля venv: apt-get install python3-venv.' >&2; exit 1; }
	@echo 'Preparing .venv (once, under a minute) / Готовлю .venv (один раз, меньше минуты)'
	@$(PYTHON) -m venv --clear .venv
	@$(install) -r locks/site.txt
	@touch $@
	@echo '$(CURDIR)' > .venv/home

.venv/dev.stamp: .venv/site.stamp locks/dev.txt
	@echo 'Preparing test tools (once, under a minute) / Готовлю инструменты тестов (один раз, меньше минуты)'
	@rm .venv/home
	@$(install) -r locks/dev.txt
	@touch $@
	@echo '$(CURDIR)' > .venv/home

judges/node_modules/.stamp: judges/package-lock.json
	@command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' || { echo \
		'Install Node.js 20.19 or newer with npm for the judges. / Для проверки HTML установите Node.js 20.19 или новее с npm.' >&2; exit 1; }
	@java -version 2>/dev/null || { echo \
		'Install Java 17 or newer for the judges: apt-get install default-jre-headless. / Для проверки HTML установите Java 17 или новее: apt-get install default-jre-headless.' >&2; exit 1; }
	@echo 'Preparing the judges (once) / Готовлю проверки HTML (один раз)'
	@cd judges && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# Without a browser or rsync the tests that need them fail and say so; they are never skipped.
browser:
	@sh tests/browser/prepare.sh

testing:
	@sh tests/prepare.sh

judging:
	@sh judges/prepare.sh
