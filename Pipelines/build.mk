# Setting up and building.

SOURCES := $(shell find Package.swift Sources -type f)

.PHONY: setup build install clean

setup: ## check what is needed, install what is missing
	@Pipelines/setup.sh

build: .build/release/.built ## build all commands in release mode

# swift build takes a second even when there is nothing to do, so make decides whether to call it.
.build/release/.built: $(SOURCES)
	@Pipelines/setup.sh
	@echo 'Building Requite in release mode; the first time takes some minutes.'
	@swift build -c release
	@touch $@

install: build ## copy the commands to PREFIX/bin, the adapters to PREFIX/share/requite
	@install -d "$$DESTDIR$$PREFIX/bin" "$$DESTDIR$$PREFIX/share/requite/adapters"
	@install -m 0755 .build/release/requite-{ingest,score,merge,report,diff,versions,sample} "$$DESTDIR$$PREFIX/bin"
	@install -m 0644 Pipelines/adapters/*.yaml "$$DESTDIR$$PREFIX/share/requite/adapters"

clean: ## remove what was built; dumps and OUT stay
	@rm -rf .build Package.resolved
