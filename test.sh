#!/usr/bin/env bash
# Runs every test: unit tests (on SQLite, and on PostgreSQL where its server is installed) and end-to-end tests in
# Chromium. Installs what these need where it can; ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")" || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

need() { # need COMMAND PACKAGE: installs a Debian package where the command is missing
  command -v "$1" >/dev/null && return 0
  missing+=("$2")
}
missing=()
[ -n "${CHROMIUM:-}" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
need pdftoppm poppler-utils
need zbarimg zbar-tools
need qpdf qpdf
need openssl openssl
if [ ${#missing[@]} -gt 0 ]; then
  echo "Installing ${missing[*]} …"
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  if ! { $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq "${missing[@]}"; } >/tmp/lms-test-install.log 2>&1; then
    tail -5 /tmp/lms-test-install.log
    echo "Could not install ${missing[*]}. Install them by hand and run ./test.sh again."
    exit 1
  fi
fi

dotnet build Lms.sln --nologo -v quiet || { echo "The build failed."; echo "0 passed, 1 failed"; exit 1; }

passed=0 failed=0 skipped=0 status=0
run() { # run PROJECT: one test project; adds its counts
  local log; log=$(mktemp)
  dotnet test "$1" --no-build --nologo --logger "console;verbosity=minimal" 2>&1 | tee "$log"
  local code=${PIPESTATUS[0]}
  local line; line=$(grep -E 'Failed: +[0-9]+, Passed: +[0-9]+' "$log" | tail -1)
  local p f s
  p=$(sed -nE 's/.*Passed: +([0-9]+).*/\1/p' <<<"$line"); f=$(sed -nE 's/.*Failed: +([0-9]+).*/\1/p' <<<"$line"); s=$(sed -nE 's/.*Skipped: +([0-9]+).*/\1/p' <<<"$line")
  passed=$((passed + ${p:-0})); failed=$((failed + ${f:-0})); skipped=$((skipped + ${s:-0}))
  # A run that ends badly without a count (a crash, no test found) is a failure too.
  if [ "$code" -ne 0 ] || [ -z "$line" ]; then status=1; [ "${f:-0}" -gt 0 ] || failed=$((failed + 1)); fi
  rm -f "$log"
}
run tests/unit
run tests/e2e

if [ "$skipped" -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
exit $status
