# The commands of the project. `make` alone lists them.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help

help: ## 列出命令 · list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

$(VENV)/.build: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: $(VENV)/.build requirements-test.lock
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

install: $(VENV)/.build ## 按锁定文件建立虚拟环境 · make the virtual environment from the lock file

scripts/admin/node_modules/.ready: scripts/admin/package.json scripts/admin/package-lock.json
	npm ci --prefix scripts/admin --silent
	@touch $@

build: $(VENV)/.build $(if $(ADMIN),scripts/admin/node_modules/.ready) ## 构建网站 · build the site (both languages) into site/ (ADMIN=1 adds the editing form)
	$(RUN) scripts/build.py $(if $(ADMIN),--admin)

admin: $(VENV)/.build scripts/admin/node_modules/.ready ## 本机编辑表单 · the editing form, for a folder of this computer (ADDR=127.0.0.1:8001)
	$(RUN) scripts/serve_admin.py $(ADDR)

serve: $(VENV)/.build ## 编辑时实时预览 · live preview while editing, Chinese (CONFIG=mkdocs.en.yml for English)
	$(RUN) -m mkdocs serve --dirty -f $(or $(CONFIG),mkdocs.yml)

preview: $(VENV)/.build ## 实时预览一份规划 · live preview of one plan: make preview PLAN=heilongjiang/daqing/women-2021-2025
	$(if $(PLAN),,$(error 请写明规划 · name the plan: make preview PLAN=heilongjiang/daqing/women-2021-2025))
	PLANSITE_ONLY=$(PLAN) $(RUN) -m mkdocs serve -f $(or $(CONFIG),mkdocs.yml) $(if $(ADDR),-a $(ADDR))

coverage: $(VENV)/.build ## 收录了文件的多少 · per plan and language: what is recorded of what the document has
	$(RUN) scripts/coverage.py

validate: $(VENV)/.build ## 检查 plans/ · check everything in plans/ and list all problems
	$(RUN) scripts/validate.py

changes: $(VENV)/.build ## 这次修改改变了什么 · say what the working tree changes (BASE=main, HEAD=.)
	$(RUN) scripts/what_changes.py $(or $(BASE),main) $(or $(HEAD),.)

schemas: $(VENV)/.build ## 更新编辑器的提示 · renew what editors know of the sources (.vscode/)
	$(RUN) scripts/write_schemas.py

codeowners: $(VENV)/.build ## 更新审阅人 · renew .github/CODEOWNERS from .github/owners.yml and plans/
	$(RUN) scripts/write_codeowners.py

forms: $(VENV)/.build ## 年度数据表 · report forms of a year: make forms YEAR=2026 (PLACE=heilongjiang/daqing, BODY=…, FORMAT=csv)
	$(if $(YEAR),,$(error 请写明年份 · name the year: make forms YEAR=2026))
	$(RUN) scripts/report_forms.py export --year $(YEAR) --out $(or $(OUT),build/forms) $(if $(PLACE),--place $(PLACE)) $(if $(BODY),--body $(BODY)) $(if $(FORMAT),--format $(FORMAT))

take-forms: $(VENV)/.build ## 收回数据表 · add the figures of returned forms to plans/: make take-forms FILES="a.xlsx b.csv" (DRY=1 only shows)
	$(if $(FILES),,$(error 请写明文件 · name the files: make take-forms FILES="a.xlsx b.csv"))
	$(RUN) scripts/report_forms.py import $(FILES) $(if $(DRY),--dry-run)

test: $(VENV)/.test ## 运行测试 · install what the tests need and run them
	$(RUN) scripts/ensure_browser.py
	$(RUN) -m pytest -n 2 --dist worksteal

test-admin: $(VENV)/.test scripts/admin/node_modules/.ready ## 测试编辑表单 · the tests of the editing form (needs Node)
	$(RUN) scripts/ensure_browser.py
	$(RUN) -m pytest -m admin

reproducible: $(VENV)/.build ## 再构建一次并比较 · build a second time, elsewhere, and compare with site/
	$(RUN) scripts/reproducible.py

pack: $(VENV)/.build ## 打包 · archives of site/ and its data with checksums, in dist/
	$(RUN) scripts/pack.py

links: $(VENV)/.build ## 检查外部链接 · ask whether the documents linked to are still there (uses the network)
	$(RUN) scripts/check_external_links.py

style: $(VENV)/.test ## 检查格式和类型 · check format, lint and types
	$(RUN) -m ruff format --check hooks scripts tests
	$(RUN) -m ruff check hooks scripts tests
	$(RUN) -m mypy hooks scripts

check: style validate build test ## 提交前的全部检查 · everything that a change must pass

bench: $(VENV)/.test ## 测量用时 · time the build at growing sizes, beside stock Material
	$(RUN) scripts/benchmark.py

audit: $(VENV)/.test ## 检查网页质量 · valid HTML, axe, Lighthouse and weights of the built site (needs Java 17 and Node 20)
	npm ci --prefix scripts/audit --silent
	$(RUN) scripts/audit.py

lock: $(VENV)/.test ## 更新锁定文件 · renew both lock files after a change of pyproject.toml
	$(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --group lock pyproject.toml -o requirements.lock
	$(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --group lock --extra test pyproject.toml -o requirements-test.lock

clean: ## 删除构建结果 · remove what was built
	rm -rf build site dist

.PHONY: help install build admin serve preview coverage validate changes schemas codeowners forms take-forms test test-admin reproducible pack links style check bench audit lock clean
