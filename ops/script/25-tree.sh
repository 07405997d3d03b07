# Who may use what is built in this folder, and who may replace it. Two locks of the kernel's, held by open files, so that
# they end with whoever holds them, however that ends:
#   turn  one at a time: whoever looks what must be built, and builds it
#   use   together: all that run what is built here; alone: whoever replaces it
# A server holds `use` by the open file that it inherits; the JVM passes it on to no child.

# Numbers of the open files; empty while there is none.
TURN='' USE=''

# in_turn MUST_BUILD COMMAND...: if MUST_BUILD says that something will be replaced, runs the command while nobody else
# builds here or runs what is here; otherwise, and from then on, this process is one of those who run it.
in_turn() {
  local must_build=$1 status=0
  shift
  take_turn
  if "$must_build"; then
    have_alone
    "$@" || status=$?
    have_together
    end_turn
  else
    have_together
    end_turn
    "$@" || status=$?
  fi
  return $status
}

take_turn() {
  local file
  file=$(lock_file turn)
  [ -n "$file" ] || return 0
  exec {TURN}<"$file"
  flock -n "$TURN" && return
  step "이 폴더에서 하던 다른 빌드를 기다립니다 / waiting for another build in this folder"
  attended flock "$TURN"
}

end_turn() {
  if [ -n "$TURN" ]; then exec {TURN}<&-; fi
  TURN=''
}

have_alone() {
  may_write || fail "다시 빌드해야 하지만 $ROOT 에 쓸 수 없습니다. 쓸 수 있는 사용자로 먼저 ./onmaru build 를 하세요." \
    "Something must be built, but $ROOT cannot be written: run ./onmaru build as somebody who may."
  open_use
  [ -z "$USE" ] || flock -n -x "$USE" || fail \
    "이 폴더의 온마루나 그 시험이 돌고 있는데, 바뀐 것이 있어 다시 빌드해야 합니다. 먼저 그것을 멈추거나 다른 폴더에서 하세요." \
    "Something has changed and must be built, but an Onmaru or a test of this folder is running: stop it first, or work in another folder."
}

have_together() {
  open_use
  [ -z "$USE" ] || flock -s "$USE"
}

open_use() {
  local file
  [ -z "$USE" ] || return 0
  file=$(lock_file use)
  [ -z "$file" ] || exec {USE}<"$file"
}

# lock_file NAME: none where nobody may write, since nobody builds there.
lock_file() {
  local file=$ROOT/target/lock/$1
  if ! [ -e "$file" ] && may_write; then mkdir -p "$ROOT/target/lock" && : >"$file"; fi
  if [ -r "$file" ]; then printf '%s' "$file"; fi
}

may_write() { [ -w "$ROOT/target" ] || { ! [ -e "$ROOT/target" ] && [ -w "$ROOT" ]; }; }
