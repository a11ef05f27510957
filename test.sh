#!/usr/bin/env bash
# Runs every test. Installs what the tests look at pages and papers with, when it is missing: Chromium, poppler,
# qpdf, zbar; and the mail server they write to.
# The last line is "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "$0")"

install_missing() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  command -v pdftotext >/dev/null || missing+=(poppler-utils)
  command -v qpdf >/dev/null || missing+=(qpdf)
  command -v zbarimg >/dev/null || missing+=(zbar-tools)
  /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || missing+=(python3-aiosmtpd)
  [ ${#missing[@]} -eq 0 ] && return
  if ! command -v apt-get >/dev/null; then
    echo "The tests need: ${missing[*]}. Install them with your system's package manager and run ./test.sh again." >&2
    exit 2
  fi
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null || exit 2
}

install_missing
dotnet build HtiAcademy.sln --nologo -v q || exit 1

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
dotnet test HtiAcademy.sln --no-build --nologo --logger "trx" --results-directory "$results" "$@"
code=$?

count() { cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" | awk "{ n += \$1 } END { print n + 0 }"; }
total=$(count total) executed=$(count executed) passed=$(count passed)
echo "$passed passed, $(($executed - $passed)) failed, $(($total - $executed)) skipped"
exit $code
