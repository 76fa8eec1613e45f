#!/usr/bin/env bash
# Builds the documentation of the libraries, with the toolchain's own docc, from what a release build left.
set -euo pipefail

fail() {
  printf 'requite: %s\n  %s\n' "$1" "$2" >&2
  exit 1
}

tool() {
  local beside
  beside=$(dirname "$(readlink -f "$(command -v swift)")")/$1
  if [ -x "$beside" ]; then printf '%s' "$beside"; else command -v "$1"; fi ||
    fail "there is no $1." 'It comes with Swift: install the whole toolchain, then run make docs again.'
}

built=.build/release
work=.build/docs.building
docc=$(tool docc)
extract=$(tool swift-symbolgraph-extract)
target=$(swift -print-target-info | sed -n 's/^ *"triple": "\(.*\)",*$/\1/p' | head -n 1)
# Where the C modules are that Swift modules import.
includes=("-I$built/Modules" -ISources/CZlib "-I$built/CScan.build" -I.build/checkouts/Yams/Sources/CYaml/include)

rm -rf "$work" && mkdir -p "$work"
modules=()
for folder in Sources/Requite*; do modules+=("${folder##*/}"); done
for module in "${modules[@]}"; do
  symbols=$work/symbols/$module
  mkdir -p "$symbols"
  "$extract" -module-name "$module" -target "$target" "${includes[@]}" -minimum-access-level public \
    -output-dir "$symbols" || fail "$module has no readable module in $built." 'Run make build, then make docs again.'
  catalog=()
  if [ -d "Sources/$module/$module.docc" ]; then catalog=("Sources/$module/$module.docc"); fi
  # A link that leads nowhere, or a parameter that is not there, is an error.
  "$docc" convert ${catalog[@]+"${catalog[@]}"} --warnings-as-errors --additional-symbol-graph-dir "$symbols" \
    --fallback-display-name "$module" --fallback-bundle-identifier "requite.$module" \
    --output-dir "$work/$module.doccarchive" | sed '/^ *$/d'
done
"$docc" merge "$work"/*.doccarchive --synthesized-landing-page-name Requite --output-path "$work/site"
rm -rf .build/docs && mv "$work/site" .build/docs && rm -rf "$work"
printf 'The documentation is in .build/docs. Its pages need a server, such as:\n  %s\n  %s\n' \
  'python3 -m http.server --directory .build/docs 8080' 'then open http://localhost:8080/documentation/'
