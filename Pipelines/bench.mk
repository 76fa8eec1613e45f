# How fast it is. The scripts are in bench/; everything they make lies under .build/bench.

DAYS ?= 5
ROWS ?= 200000
RUNS ?= 3
PEERS ?= 0
LONG ?= 0
export DAYS ROWS RUNS PEERS LONG RECORD

.PHONY: bench

bench: build ## measure against zlib, hold counts against the budget: DAYS, ROWS, RUNS, PEERS=1, LONG=1, RECORD=1
	@Pipelines/bench/setup.sh
	@PYTHONDONTWRITEBYTECODE=1 .build/bench/venv/bin/python Pipelines/bench/bench.py
