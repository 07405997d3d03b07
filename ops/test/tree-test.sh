#!/usr/bin/env bash
# Nobody builds under a running server, and two never build at once.
# shellcheck source=ops/test/sandbox.sh
source "$(dirname "${BASH_SOURCE[0]}")/sandbox.sh"

serves() { grep -q ONMARU_READY "$BOX/later"; }
packages() { grep -c '^mvn .*package' "$BOX/calls"; }

onmaru ./onmaru build
touch "$BOX/serves"
onmaru_later ./onmaru run --port "$(free_port)" --data "$BOX/data"
server=$LATER
check "a server starts" until_true serves

rm "$BOX/serves"
onmaru ./onmaru run --port "$(free_port)" --data "$BOX/other"
check "a second server of the same folder starts when nothing must be built" is "$STATUS" 0
onmaru ./onmaru build
check "so does a build that has nothing to do" is "$STATUS" 0

echo "two" >"$TREE/server/Source.java"
for words in "build" "run --port $(free_port) --data $BOX/other" "test unit"; do
  forget
  # shellcheck disable=SC2086
  onmaru ./onmaru $words
  check "${words%% *} does not replace what a running server uses" is "$STATUS" 2
  check "${words%% *} says what to do" said "다시 빌드해야 합니다"
  check "${words%% *} has not begun" is "$(packages)" 0
done
kill -s KILL "$server"
wait "$server" 2>/dev/null
onmaru ./onmaru build
check "a server that was killed holds nothing back" is "$STATUS" 0

echo "three" >"$TREE/server/Source.java"
touch "$BOX/mvn-is-slow"
forget
onmaru_later ./onmaru build
until_true called '^mvn'
onmaru ./onmaru build
wait "$LATER"
check "a second build waits for the first" said "다른 빌드를 기다립니다"
check "and has nothing left to do" is "$(packages)" 1
