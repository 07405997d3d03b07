# Words for the person at the terminal, Korean first, English beside it; and programs that end when the person says so.

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

# Process group of the program that this script waits for; 0 when there is none.
ATTENDED=0

# Bash tells a signal only between commands, and a program in the background ignores Ctrl-C. So whatever takes long runs
# in a process group of its own, which a signal to this script ends with all that belongs to it.
trap 'interrupted INT 130' INT
trap 'interrupted TERM 143' TERM
trap 'interrupted HUP 129' HUP

interrupted() {
  trap '' INT TERM HUP
  if [ "$ATTENDED" != 0 ]; then
    [ -t 1 ] && printf '\r\e[K'
    step "멈춥니다 / stopping"
    end_group "$ATTENDED" "$1"
  fi
  exit "$2"
}

# end_group GROUP SIGNAL: the signal first, harder ones for what is still there ten seconds later.
end_group() {
  local signal tenths
  for signal in "$2" TERM KILL; do
    kill -s "$signal" -- "-$1" 2>/dev/null || return 0
    for ((tenths = 0; tenths < 100; tenths++)); do
      kill -s 0 -- "-$1" 2>/dev/null || return 0
      sleep 0.1
    done
  done
}

# start COMMAND...: in the background; finish returns its status.
start() {
  set -m # gives it the process group
  "$@" </dev/null &
  ATTENDED=$!
  set +m
}

finish() {
  local status=0
  wait "$ATTENDED" || status=$?
  ATTENDED=0
  return $status
}

# attended COMMAND...: runs it and returns its status.
attended() { start "$@" && finish; }

# within FOLDER COMMAND...: only for programs started by the above, as this script itself must not leave its folder.
within() {
  cd "$1" || return
  shift
  "$@"
}

# progress LOG WORDS COMMAND...: runs the command into a log; shows the words and the seconds; the log's end on failure.
progress() {
  local log=$1 words=$2 started=$SECONDS status=0
  shift 2
  mkdir -p "$(dirname "$log")"
  start "$@" >"$log" 2>&1
  if [ -t 1 ]; then
    while kill -s 0 "$ATTENDED" 2>/dev/null; do
      printf '\r%s▸%s %s %s%ds%s ' "$BOLD" "$RESET" "$words" "$DIM" $((SECONDS - started)) "$RESET"
      sleep 0.5
    done
    printf '\r\e[K'
  else
    step "$words"
  fi
  finish || status=$?
  if [ $status -ne 0 ]; then
    bad "$words ($((SECONDS - started))s)"
    grep -E 'ERROR|FAIL|error:|Error' "$log" | head -20 | cut -c1-300 >&2 || true
    tail -n 25 "$log" | cut -c1-300 >&2
    return $status
  fi
  good "$words ($((SECONDS - started))s)"
}
