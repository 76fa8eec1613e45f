#!/usr/bin/env bash
# Tries inputs that nobody thought of: FUZZ_SECONDS for each target of FUZZ_TARGETS, all of them unless some are named.
# The seconds begin when all known inputs were tried once, which takes longer the more of them there are.
# What breaks is kept below .build/fuzz/found; what is new to the fuzzer below .build/fuzz/corpus, to go on from next time.
set -euo pipefail

corpus=Tests/RequiteFuzzingTests/Corpus
home=.build/fuzz

# libFuzzer comes with the compiler. We bring our own main, so it must be the archive without one.
clang=$(dirname -- "$(readlink -f -- "$(command -v swift)")")/clang
REQUITE_FUZZER=$("$clang" -print-file-name="libclang_rt.fuzzer_no_main-$(uname -m).a" || true)
[ -f "$REQUITE_FUZZER" ] || {
  printf 'requite: this Swift has no libFuzzer.\n  Use a toolchain from swift.org.\n' >&2
  exit 1
}
export REQUITE_FUZZER

echo 'Building for the fuzzer, apart from everything else; the first time takes some minutes.'
swift build -c release --scratch-path "$home" --product requite-fuzz >"$home.log" 2>&1 || {
  tail -20 "$home.log" >&2
  exit 1
}

# A crash in a fuzzer is shown by the sanitizer; Swift's own report would wait for a debugger.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:abort_on_error=0

# Starts the fuzzer from every input known for a target; options of libFuzzer come after its name.
fuzz() {
  local target=$1
  shift
  "$home/release/requite-fuzz" "$target" "$home/corpus/$target" "$corpus/$target" "$@" \
    -max_len=4096 -timeout=20 -rss_limit_mb=3072 -artifact_prefix="$home/found/$target/" >"$home/found/$target.log" 2>&1
}

broken=0
for target in ${FUZZ_TARGETS:-$(ls "$corpus")}; do
  mkdir -p "$home/corpus/$target" "$home/found/$target"
  log=$home/found/$target.log
  printf '%s: ' "$target"
  begin=$SECONDS
  if fuzz "$target" -runs=0 && fuzz "$target" -max_total_time=$((FUZZ_SECONDS + SECONDS - begin)); then
    grep -o 'Done .*' "$log" || tail -1 "$log"
  else
    broken=1
    echo 'BROKEN'
    grep -E 'Fatal error|ERROR: |Test unit written' "$log" | sed 's/^/  /' || true
    printf '  The log is %s. Put the input into %s/%s: make test tries it from then on.\n' "$log" "$corpus" "$target"
  fi
done
exit $broken
