#!/usr/bin/env bash
# Prepares `make bench` under .build/bench: two small C programs, a Python of its own, valgrind where that is possible.
set -euo pipefail

bench=.build/bench
here=Pipelines/bench

fail() {
  printf 'requite: %s\n  %s\n' "$1" "$2" >&2
  exit 1
}

command -v python3 >/dev/null ||
  fail 'there is no python3 on the PATH.' 'Install Python 3.9 or later, then run make bench again.'
python3 -c 'import sys; sys.exit(sys.version_info < (3, 9))' ||
  fail "$(python3 -V) is too old." 'Install Python 3.9 or later, then run make bench again.'
compiler=${CC:-$(command -v cc || command -v clang || true)}
[ -n "$compiler" ] || fail 'there is no C compiler on the PATH.' 'Install gcc or clang, then run make bench again.'

mkdir -p $bench/bin
for program in timed zinflate; do
  [ $bench/bin/$program -nt $here/programs/$program.c ] ||
    "$compiler" -O2 -Wall -Wextra -o $bench/bin/$program $here/programs/$program.c -lz
done

# What is on the system already is used; pip is only asked for what is not.
python=$bench/venv/bin/python
[ -x $python ] || python3 -m venv --system-site-packages $bench/venv >&2 || {
  rm -rf $bench/venv
  fail 'there is no venv module.' 'Install it (Debian: apt-get install -y python3-venv), then run make bench again.'
}
needs() {
  $python -c "import $1" 2>/dev/null || $python -m pip install --quiet --disable-pip-version-check -r "$2" >&2
}
needs numpy $here/requirements.txt || fail 'numpy could not be installed.' 'pip said why, above.'
[ "${PEERS:-0}" = 0 ] || needs 'duckdb, polars' $here/peers/requirements.txt ||
  fail 'DuckDB and Polars could not be installed.' 'pip said why, above. Without PEERS=1 they are not needed.'

command -v valgrind >/dev/null && exit 0
if [ "$(id -u)" -eq 0 ]; then as_root=(); elif sudo -n true 2>/dev/null; then as_root=(sudo -n); else exit 0; fi
command -v apt-get >/dev/null || exit 0
echo 'Installing valgrind, which counts instructions.'
export DEBIAN_FRONTEND=noninteractive
{ "${as_root[@]}" apt-get update && "${as_root[@]}" apt-get install -y valgrind; } >$bench/apt.log 2>&1 ||
  echo "That did not work ($bench/apt.log says why): instructions are not counted." >&2
