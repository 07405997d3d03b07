# Words for the person at the terminal: Korean first, English beside it.

if [ -t 1 ]; then BOLD=$'\e[1m' DIM=$'\e[2m' RED=$'\e[31m' GREEN=$'\e[32m' RESET=$'\e[0m'; else BOLD='' DIM='' RED='' GREEN='' RESET=''; fi

say() { printf '%s\n' "$*"; }
step() { printf '%s▸%s %s\n' "$BOLD" "$RESET" "$*"; }
good() { printf '  %s✓%s %s\n' "$GREEN" "$RESET" "$*"; }
bad() { printf '  %s✗%s %s\n' "$RED" "$RESET" "$*"; }

# fail KOREAN ENGLISH: one clear sentence, exit 2.
fail() {
  printf '%s%s%s\n%s\n' "$RED" "$1" "$RESET" "$2" >&2
  exit 2
}

# progress LOG WORDS COMMAND...: runs the command into a log; shows the words and the seconds; the log's end on failure.
progress() {
  local log=$1 words=$2 started=$SECONDS status=0 pid
  shift 2
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 &
  pid=$!
  if [ -t 1 ]; then
    while kill -0 "$pid" 2>/dev/null; do
      printf '\r%s▸%s %s %s%ds%s ' "$BOLD" "$RESET" "$words" "$DIM" $((SECONDS - started)) "$RESET"
      sleep 0.5
    done
    printf '\r\e[K'
  else
    step "$words"
  fi
  wait "$pid" || status=$?
  if [ $status -ne 0 ]; then
    bad "$words ($((SECONDS - started))s)"
    grep -E 'ERROR|FAIL|error:|Error' "$log" | head -20 | cut -c1-300 >&2 || true
    tail -n 25 "$log" | cut -c1-300 >&2
    return $status
  fi
  good "$words ($((SECONDS - started))s)"
}
