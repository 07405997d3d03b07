#!/bin/sh
# Starts a person's browser. Root's Chromium raises its own priority above everything else on the machine, above the
# studio it watches too; nobody's browser does that to a server. ONMARU_NICE makes it modest beyond that.
browser=${ONMARU_CHROMIUM:-/usr/bin/chromium}
if [ "$(id -u)" = 0 ]; then
  exec nice -n "${ONMARU_NICE:-0}" setpriv --bounding-set=-sys_nice --inh-caps=-sys_nice -- "$browser" "$@"
fi
exec nice -n "${ONMARU_NICE:-0}" "$browser" "$@"
