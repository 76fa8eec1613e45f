# Requite. `make` alone lists the goals; the recipes live in Pipelines/*.mk.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.SECONDARY:
.DEFAULT_GOAL := help

# What a user may set, on the command line or in the environment.
DUMPS ?= SampleData/village
OUT ?= Warehouse
CONFIG ?= Pipelines/nightly.yaml
AS_OF ?=
FROM ?= latest~1
TO ?= latest
FORMAT ?= text
THRESHOLDS ?=
VERSION ?=
REBUILD ?=
PREFIX ?= /usr/local
# Recipes read them from the environment, in quotes: no value ever becomes part of a command.
export DUMPS OUT CONFIG AS_OF FROM TO FORMAT THRESHOLDS VERSION REBUILD PREFIX
# A make inside a recipe has them from the environment too: nightly.sh makes paths absolute there.
MAKEOVERRIDES :=

# A crash must not write pieces of memory, and with them names of people, into the night's log.
export SWIFT_BACKTRACE := enable=no

BIN := $(CURDIR)/.build/release
export BIN

.PHONY: help
help: ## list the goals
	@printf 'Goals:\n'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@printf '\nVariables: DUMPS (%s), OUT (%s), CONFIG (%s), AS_OF, FROM, TO, FORMAT, THRESHOLDS, VERSION, REBUILD, PREFIX\n' "$$DUMPS" "$$OUT" "$$CONFIG"

include Pipelines/build.mk
include Pipelines/nightly.mk
include Pipelines/quality.mk
include Pipelines/bench.mk
