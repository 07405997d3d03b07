# The script in a folder of its own, with programs that only pretend to build; for the tests beside this file, which
# print "ok - words" or "not ok - words" for each thing they look at.
set -uo pipefail
SOURCE=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
BOX=$(mktemp -d)
TREE=$BOX/tree
STARTED=()
trap clean EXIT
trap "exit 130" INT
trap "exit 143" TERM

clean() {
  local pid
  for pid in "${STARTED[@]}"; do
    kill -s TERM "$pid" 2>/dev/null
    until_true ended "$pid" || kill -s KILL "$pid"
  done
  rm -rf "$BOX"
}

# check WORDS COMMAND...
check() {
  local words=$1
  shift
  if "$@"; then
    printf 'ok - %s\n' "$words"
  else
    printf 'not ok - %s\n' "$words"
    [ -e "$BOX/out" ] && sed 's/^/    # /' "$BOX/out" | tail -20
  fi
}

is() { [ "$1" = "$2" ] || { printf '    # %s instead of %s\n' "$1" "$2"; return 1; }; }
said() { grep -qF -- "$1" "$BOX/out"; }
called() { grep -qE -- "$1" "$BOX/calls"; }
forget() { : >"$BOX/calls"; }

# until_true COMMAND...: waits at most twenty seconds.
until_true() {
  local tenths
  for ((tenths = 0; tenths < 200; tenths++)); do
    "$@" && return 0
    sleep 0.1
  done
  return 1
}

# box [NAME=VALUE...] COMMAND...: runs it in the tree with the pretended programs, signals as in a terminal.
box() { (in_box "$@"); }

# in_box ...: the same, ends the shell it is called in.
in_box() {
  cd "$TREE" && exec env -i --default-signal=INT,TERM,HUP PATH="$BOX/bin:/usr/bin:/bin" HOME="$BOX/home" BOX="$BOX" \
    JAVA_HOME="$BOX/jdk" ONMARU_CACHE="$BOX/cache" LC_ALL=C.UTF-8 "$@"
}

# onmaru [NAME=VALUE...] ./onmaru WORDS...: keeps what it says; STATUS is its end.
# shellcheck disable=SC2034
onmaru() {
  STATUS=0
  box "$@" >"$BOX/out" 2>&1 </dev/null || STATUS=$?
}

# onmaru_later ...: the same in the background, LATER is its process.
onmaru_later() {
  set -m
  in_box "$@" >"$BOX/later" 2>&1 </dev/null &
  LATER=$!
  set +m
  STARTED+=("$LATER")
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

ended() { ! kill -s 0 "$1" 2>/dev/null; }

pretend() {
  cat >"$BOX/bin/$1"
  chmod +x "$BOX/bin/$1"
}

mkdir -p "$TREE/ops" "$BOX/bin" "$BOX/home" "$BOX/jdk/bin"
: >"$BOX/calls"
cp "$SOURCE/onmaru" "$TREE/"
cp -r "$SOURCE/ops/script" "$TREE/ops/"
(
  cd "$TREE" || exit
  mkdir -p .mvn wire media server bench web/src e2e/hlsclient engine
  touch pom.xml .mvn/jvm.config web/package.json web/package-lock.json e2e/package.json e2e/package-lock.json engine/go.sum
  for part in wire media server bench; do echo "one" >"$part/Source.java"; done
  echo "one" >web/src/page.ts
  printf 'module x\n\ngo 1.26\n' >engine/go.mod
  cp engine/go.mod e2e/hlsclient/
)

pretend mvn <<'E2'
#!/usr/bin/env bash
echo "mvn $*" >>"$BOX/calls"
case " $* " in *" package "* | *" verify "*) ;; *) exit 0 ;; esac
if [ -e "$BOX/mvn-hangs" ]; then
  sleep 4711 &
  sleep 4711
fi
if [ -e "$BOX/mvn-fails" ]; then
  echo "[ERROR] as wished"
  exit 1
fi
[ -e "$BOX/mvn-is-slow" ] && sleep 2
kind=gpl
[[ " $* " == *" -Plgpl "* ]] && kind=lgpl
for part in wire media server bench; do
  mkdir -p "$part/target"
  cp "$part/Source.java" "$part/target/onmaru-$part-0.jar"
  echo "$kind" >"$part/target/classpath"
done
E2

pretend node <<'E2'
#!/usr/bin/env bash
[ "$1" = -p ] && echo true && exit
shift
echo "npm $*" >>"$BOX/calls"
[ -e "$BOX/npm-fails" ] && exit 1
case "$*" in
  ci) mkdir -p node_modules ;;
  "run build") mkdir -p dist && touch dist/index.html ;;
esac
E2
pretend npm </dev/null

pretend go <<'E2'
#!/usr/bin/env bash
echo "go $*" >>"$BOX/calls"
case "$1" in
  version) echo "go version $(cat "$BOX/go-version" 2>/dev/null || echo go1.26.0) linux/amd64" ;;
  -C) touch "$5" && chmod +x "$5" ;;
esac
E2

touch "$BOX/jdk/bin/javac" && chmod +x "$BOX/jdk/bin/javac"
pretend ../jdk/bin/java <<'E2'
#!/usr/bin/env bash
case "$*" in
  -version) echo 'openjdk version "25.0.1"' >&2 && exit ;;
esac
echo "java $*" >>"$BOX/calls"
case "$*" in
  *-XX:AOTCacheOutput=*)
    output=${*#*-XX:AOTCacheOutput=}
    touch "${output%% *}"
    ;;
  *OnmaruServer*)
    echo "ONMARU_READY as $$"
    [ -e "$BOX/serves" ] && exec sleep 4712
    ;;
esac
exit 0
E2
