#!/usr/bin/env bash
# The list of commands is the commands, and the options it names are taken.
# shellcheck source=ops/test/sandbox.sh
source "$(dirname "${BASH_SOURCE[0]}")/sandbox.sh"

onmaru ./onmaru help
cp "$BOX/out" "$BOX/help"
check "help is no failure" is "$STATUS" 0
known=$(sed -n '/^main() {/,/^}/s/^    \([a-z][a-z-]*\)[ )].*/\1/p' "$TREE/onmaru" | sort)
listed=$(sed -n 's/^  \.\/onmaru \([a-z-]*\).*/\1/p' "$BOX/help" | sort)
check "help lists every command and no other" is "$listed" "$known"
onmaru ./onmaru nonsense
check "an unknown command is refused" is "$STATUS" 2
check "with the list" said "./onmaru run"

# options COMMAND: those that help names for it, none that belong to its parts in brackets of another line.
options() { sed -n "/^  \.\/onmaru $1 /p" "$BOX/help" | grep -o -- '--[a-z-]*' | sort -u; }
for option in $(options run) $(options doctor) $(options reset-password); do
  check "$option is taken" grep -qrF -- "$option)" "$TREE/ops/script"
done
for option in $(options rehearse); do
  check "$option is taken by a rehearsal" grep -qF -- "\"$option\"" "$SOURCE/bench/src/main/java/org/onmaru/bench/rehearse/Options.java"
done
for name in $(sed -n 's/^  \.\/onmaru bench NAME *measure: \([a-z, ]*\).*/\1/p' "$BOX/help" | tr ',' ' '); do
  check "bench $name is known" grep -qF "    $name) " "$TREE/ops/script/70-measure.sh"
done
