#!/usr/bin/env bash
# Whoever stops the script stops what it has started.
# shellcheck source=ops/test/sandbox.sh
source "$(dirname "${BASH_SOURCE[0]}")/sandbox.sh"

builds() { [ "$(in_this_box 'sleep 4711' | wc -l)" -eq 2 ]; }
builds_nothing() { [ -z "$(in_this_box 'sleep 4711')" ]; }

# in_this_box WORDS: processes with these words whose environment names this box.
in_this_box() {
  local pid
  for pid in $(pgrep -f -x "$1"); do
    grep -qzFx "BOX=$BOX" "/proc/$pid/environ" 2>/dev/null && echo "$pid"
  done
}

touch "$BOX/mvn-hangs"
for signal in INT:130 TERM:143; do
  onmaru_later ./onmaru build
  check "a build runs before ${signal%:*}" until_true builds
  kill -s "${signal%:*}" "$LATER"
  STATUS=0
  wait "$LATER" || STATUS=$?
  check "${signal%:*} ends a build with ${signal#*:}" is "$STATUS" "${signal#*:}"
  check "${signal%:*} leaves nothing of the build behind" until_true builds_nothing
done
rm "$BOX/mvn-hangs"
onmaru ./onmaru build
check "a build that was stopped is done anew" is "$STATUS" 0
