#!/bin/sh
# Starts a person's browser. Root's Chromium raises its own priority above everything else on the machine, above the
# studio it watches too; nobody's browser does that to a server. ONMARU_NICE makes it modest beyond that, also where
# the kernel shares processors out by session.
browser=${ONMARU_CHROMIUM:-/usr/bin/chromium}
nice=${ONMARU_NICE:-0}
if [ -w /proc/self/autogroup ]; then echo "$nice" >/proc/self/autogroup || :; fi
if [ "$(id -u)" = 0 ]; then
  exec nice -n "$nice" setpriv --bounding-set=-sys_nice --inh-caps=-sys_nice -- "$browser" "$@"
fi
exec nice -n "$nice" "$browser" "$@"
