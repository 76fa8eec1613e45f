#!/usr/bin/env bash
# One night: takes the lock of OUT, lets make run the stages in there, prints the summary.
# Called by `make nightly` with the make command as arguments; the rest comes from the environment.
set -euo pipefail

pipelines=$(cd "$(dirname "$0")" && pwd)
[ -e "$DUMPS" ] || { printf 'requite: there are no dumps at %q.\n  Set DUMPS to a folder of dumps.\n' "$DUMPS" >&2; exit 66; }
[ -f "$CONFIG" ] || { printf 'requite: there is no configuration at %q.\n  Set CONFIG to a YAML file.\n' "$CONFIG" >&2; exit 78; }
DUMPS=$(realpath -- "$DUMPS") CONFIG=$(realpath -- "$CONFIG")
export DUMPS CONFIG
mkdir -p -- "$OUT/states" "$OUT/reports"
chmod 700 -- "$OUT/states"

# The stages inherit the lock: as long as one of them is at work, even an orphan, no second night begins.
exec 9>>"$OUT/.lock"
flock --nonblock 9 || { printf 'requite: another night is at work in %q.\n  Wait until it has ended, then run again.\n' "$OUT" >&2; exit 75; }

# Publishing always adds a line to the log: if there is none afterwards, there was nothing to do.
log=$OUT/reports/log.jsonl
before=$(stat -c %s -- "$log" 2>/dev/null || echo 0)
"$@" --no-print-directory -C "$OUT" -f "$pipelines/night.mk" night
after=$(stat -c %s -- "$log")
[ "$before" != "$after" ] || nothing_ran=--nothing-ran
"$BIN/requite-report" summary --out "$OUT" ${nothing_ran:-}
