# The night and what one does with its versions. The stages themselves are in night.mk, which runs inside OUT.

# Without a -j from the user, as many processes as there are cores.
JOBS := $(if $(filter -j% --jobserver%,$(MAKEFLAGS)),,-j$(shell nproc 2>/dev/null || echo 2))

.PHONY: nightly diff versions verify

nightly: build ## read what is new, score, publish a version, print a summary
	@Pipelines/nightly.sh $(MAKE) $(JOBS)

diff: build ## compare two versions: FROM (latest~1), TO (latest), FORMAT (text, json, md, html), THRESHOLDS (file)
	@"$$BIN/requite-diff" "$$FROM" "$$TO" --out "$$OUT" --format "$$FORMAT" \
	  $${THRESHOLDS:+--thresholds "$$THRESHOLDS"}

versions: build ## list the published versions
	@"$$BIN/requite-versions" list --out "$$OUT"

verify: build ## hash what was published again: VERSION (all); REBUILD=1 makes it again and compares every byte
	@"$$BIN/requite-versions" verify $${VERSION:+"$$VERSION"} --out "$$OUT" $$([ "$${REBUILD:-0}" = 0 ] || echo --rebuild)
