#!/usr/bin/env bash
# Checks what a build needs, and installs zlib's headers where that is possible without asking anybody.
set -euo pipefail

fail() {
  printf 'requite: %s\n' "$1" >&2
  [ $# -lt 2 ] || printf '  %s\n' "$2" >&2
  exit 1
}

command -v swift >/dev/null ||
  fail 'there is no Swift on the PATH.' 'Install Swift 6.2 or later (https://www.swift.org/install/linux/), then run make again.'

version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
major=${version%%.*} minor=${version#*.}
[ "${major:-0}" -gt 6 ] || { [ "${major:-0}" -eq 6 ] && [ "${minor:-0}" -ge 2 ]; } ||
  fail "Swift ${version:-of an unknown version} is too old." 'Install Swift 6.2 or later, then run make again.'

has_zlib() { printf '#include <zlib.h>\n' | "${CC:-clang}" -E -xc - >/dev/null 2>&1; }

command -v "${CC:-clang}" >/dev/null || fail 'there is no clang on the PATH.' 'It comes with Swift: add its usr/bin to the PATH.'
has_zlib && exit 0

install='apt-get install -y zlib1g-dev'
command -v apt-get >/dev/null ||
  fail 'the headers of zlib are missing.' 'Install the development package of zlib, then run make again.'
if [ "$(id -u)" -eq 0 ]; then
  as_root=()
elif sudo -n true 2>/dev/null; then
  as_root=(sudo -n)
else
  fail 'the headers of zlib are missing.' "Run: sudo $install"
fi
echo 'Installing the headers of zlib (zlib1g-dev).'
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
{ "${as_root[@]}" apt-get update && "${as_root[@]}" $install; } >"$log" 2>&1 || cat "$log" >&2
has_zlib || fail 'the headers of zlib are still missing.' "Run: sudo $install"
