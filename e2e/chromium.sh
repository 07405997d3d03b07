#!/bin/sh
# Starts a person's browser. Root's Chromium raises its own priority above everything else on the machine, above the
# studio it watches too; nobody's browser does that to a server.
browser=${ONMARU_CHROMIUM:-/usr/bin/chromium}
if [ "$(id -u)" = 0 ]; then
  exec setpriv --bounding-set=-sys_nice --inh-caps=-sys_nice -- "$browser" "$@"
fi
exec "$browser" "$@"
