#!/usr/bin/env bash
# The tests of pages in a real browser. Installs Chromium where that is possible without asking anybody.
# Without one it says so and leaves the tests out; where CI is set, or REQUITE_BROWSER=1, that is a failure.
set -euo pipefail
cd "$(dirname "$0")/../.."

is_required() { [ -n "${CI:-}" ] || [ "${REQUITE_BROWSER:-}" = 1 ]; }

leave_out() {
  printf '\n  THE TESTS IN A BROWSER DID NOT RUN: %s\n  %s\n\n' "$1" "$2" >&2
  if is_required; then exit 1; else exit 0; fi
}

has_browser() {
  [ -n "${CHROMIUM:-}" ] || command -v chromium || command -v chromium-browser || command -v google-chrome
} >/dev/null

install_browser() {
  local as_root=()
  command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" -ne 0 ]; then sudo -n true 2>/dev/null || return 1; as_root=(sudo -n); fi
  echo 'Installing a browser for the tests of the report page (chromium).'
  export DEBIAN_FRONTEND=noninteractive
  { "${as_root[@]}" apt-get update && "${as_root[@]}" apt-get install -y --no-install-recommends chromium fonts-dejavu-core; } \
    >.build/browser.log 2>&1
}

mkdir -p .build/browser
command -v python3 >/dev/null || leave_out 'there is no Python 3.' 'Install python3, then run make test again.'
has_browser || install_browser || true
has_browser || leave_out 'there is no Chromium.' 'Install it (Debian: apt-get install chromium), then run make test again.'

# axe-core comes with a package of PyPI; without it the checks of our own still run.
ls .build/browser/axe_playwright_python-*.whl >/dev/null 2>&1 ||
  python3 -m pip download --quiet --no-deps --require-hashes -r Tests/Browser/requirements.txt -d .build/browser \
    >.build/browser/pip.log 2>&1 || echo 'axe-core cannot be had; its checks are left out.' >&2

exec python3 -B Tests/Browser/test_pages.py "$@"
