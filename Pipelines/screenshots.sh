#!/usr/bin/env bash
# Takes the pictures of the report page again: of the second of two nights on the village, so that there is a before.
set -euo pipefail
cd "$(dirname "$0")/.."

resources=Sources/RequiteReporting/RequiteReporting.docc/Resources
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export OUT=$folder/Warehouse CONFIG=Pipelines/nightly.yaml REQUITE_KEY_FILE=$folder/key AS_OF=

for as_of in 2026-03-19T00:00:00Z ''; do
  DUMPS=SampleData/village AS_OF=$as_of Pipelines/nightly.sh make >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
done
python3 -B Tests/Browser/screenshots.py "$OUT/reports/latest/index.html" "$resources"
ls -l "$resources"/report*.png
