# What keeps the project honest.

FUZZ_SECONDS ?= 10
FUZZ_TARGETS ?=
export FUZZ_SECONDS FUZZ_TARGETS

.PHONY: test check format docs fuzz samples screenshots

test: build ## run every test, those of the report page in a browser too
	@rm -rf .build/pages; log=.build/test.log; \
	REQUITE_PAGES="$(CURDIR)/.build/pages" \
	swift test -c release --disable-testable-imports $(if $(FILTER),--filter '$(FILTER)') 2>&1 | tee $$log || { \
	  printf '\nWhat failed, of the lines above:\n'; grep -E '^(✘|↳)|error:' $$log; exit 1; }
	@$(if $(FILTER),,Tests/Browser/run.sh)

check: ## layout and wording of the sources, warnings as errors
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests

format: ## lay out the sources
	@swift format format --in-place --recursive --parallel Package.swift Sources Tests

docs: build ## build the documentation: articles on every number, and the libraries
	@Pipelines/docs.sh

fuzz: ## try inputs that nobody thought of: FUZZ_SECONDS (10) for each target, FUZZ_TARGETS (all)
	@Pipelines/setup.sh
	@Pipelines/fuzz.sh

samples: build ## make the sample dumps again
	@"$$BIN/requite-sample" --out SampleData/village --seed 1 --first 2026-02-19 --format mixed --rows-per-night 1800
	@"$$BIN/requite-sample" broken --out SampleData/broken

screenshots: build ## take the pictures of the report page again
	@Pipelines/screenshots.sh
