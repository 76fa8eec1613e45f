# The stages of a night, run inside OUT, so that no name here depends on where that is.
# Each stage is a file in, a file out; make -j runs those that do not wait for each other side by side.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.SECONDARY:

# How many processes divide the dumps, and how the 256 buckets are divided. Neither changes a single byte of a report.
SHARES := 1 2 3 4
BUCKETS := 000-031 032-063 064-095 096-127 128-159 160-191 192-223 224-255

INGESTED := $(SHARES:%=ingest-%)
THREADS := $(BUCKETS:%=states/threads-%.state)
CUSTOMERS := $(BUCKETS:%=states/customers-%.state)
OUTCOMES := $(BUCKETS:%=states/threads-%.outcomes)

.PHONY: night $(INGESTED) always
night: reports/log.jsonl

# Reading passes over what it has read before, so it may run every night.
$(INGESTED): ingest-%:
	@"$$BIN/requite-ingest" "$$DUMPS" --out . --config "$$CONFIG" --share $*/$(words $(SHARES))

# Both files below are only rewritten when their content changes; make then sees whether there is anything to do.
states/tools: always
	@stat -c '%n %s %Y' "$$BIN"/requite-{score,merge,report} > $@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@

states/plan.json: $(INGESTED) always
	@"$$BIN/requite-score" plan "$$DUMPS" --out . --config "$$CONFIG" $${AS_OF:+--as-of "$$AS_OF"}

$(THREADS): states/threads-%.state: states/plan.json states/tools
	@"$$BIN/requite-score" threads --out . --buckets $*

$(CUSTOMERS): states/customers-%.state: states/plan.json $(THREADS)
	@"$$BIN/requite-score" customers $(OUTCOMES) --out . --buckets $*

states/night.state: $(THREADS) $(CUSTOMERS)
	@"$$BIN/requite-merge" $^ --out $@

reports/log.jsonl: states/night.state
	@"$$BIN/requite-report" publish $< --out .
