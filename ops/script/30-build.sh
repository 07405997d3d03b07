# Builds what changed. A stamp holds the hash of the inputs of each part.

maven() {
  local profile=()
  if [ "$(ffmpeg_kind)" = lgpl ]; then profile=(-Plgpl); fi
  (cd "$ROOT" && mvn -B -ntp "${profile[@]}" "$@")
}

# Which FFmpeg the studio gets: gpl with x264, lgpl without; docs/licences.md says when that matters. A choice by
# ONMARU_FFMPEG_BUILD stays until the next one.
ffmpeg_kind() {
  local kept=$ROOT/target/stamp/ffmpeg-build
  if [ -n "${ONMARU_FFMPEG_BUILD:-}" ]; then
    printf '%s' "$ONMARU_FFMPEG_BUILD"
  elif [ -r "$kept" ]; then
    cat "$kept"
  else
    printf gpl
  fi
}

check_ffmpeg_kind() {
  case $(ffmpeg_kind) in
    gpl | lgpl) ;;
    *) fail "ONMARU_FFMPEG_BUILD는 gpl 또는 lgpl입니다: $(ffmpeg_kind)" "ONMARU_FFMPEG_BUILD is gpl or lgpl, not $(ffmpeg_kind)." ;;
  esac
}

# inputs_hash PATH...: one hash of the content of the files below the paths, build results left out.
inputs_hash() {
  (cd "$ROOT" && find "$@" -type f -not -path '*/target/*' -not -path '*/node_modules/*' -not -path '*/dist/*' -not -path '*/generated/*' -not -path '*/.out/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16)
}

# must_build NAME HASH RESULT: true when the part must be built.
must_build() { [ ! -e "$3" ] || [ "$(cat "$ROOT/target/stamp/$1" 2>/dev/null)" != "$2" ]; }
# building NAME: until it is built the part is neither what it was nor what it shall be.
building() { rm -f "$ROOT/target/stamp/$1"; }
# built NAME HASH: the hash from before the build; what was edited meanwhile is built next time.
built() { mkdir -p "$ROOT/target/stamp" && printf '%s' "$2" >"$ROOT/target/stamp/$1"; }

web_modules_hash() { inputs_hash web/package.json web/package-lock.json; }

web_changed() {
  must_build web-modules "$(web_modules_hash)" "$ROOT/web/node_modules" || must_build web "$(inputs_hash web)" "$ROOT/web/dist/index.html"
}

build_web() {
  local modules hash
  modules=$(web_modules_hash)
  if must_build web-modules "$modules" "$ROOT/web/node_modules"; then
    building web-modules
    progress "$ROOT/target/log/npm.log" "웹 부품 / web packages" within "$ROOT/web" npm_run ci || return
    built web-modules "$modules"
  fi
  hash=$(inputs_hash web)
  if must_build web "$hash" "$ROOT/web/dist/index.html"; then
    building web
    progress "$ROOT/target/log/web.log" "웹 화면 빌드 / building the pages" within "$ROOT/web" npm_run run build || return
    built web "$hash"
  fi
}

java_hash() { printf '%s-%s' "$(inputs_hash pom.xml .mvn wire media server bench)" "$(ffmpeg_kind)"; }
java_changed() { must_build java "$(java_hash)" "$ROOT/bench/target/classpath"; }

build_java() {
  if java_changed; then
    package_java progress "$ROOT/target/log/maven.log" "서버와 스튜디오 빌드 (FFmpeg $(ffmpeg_kind)) / building server and studio" \
      maven package -DskipTests -Dspotless.check.skip=true
  fi
}

# What was made of a source that is gone would stay: a class that Spring still finds, a migration that stops a start.
forget_gone_sources() {
  local known=$ROOT/target/stamp/java-sources now
  now=$(cd "$ROOT" && find wire media server bench -type f -path '*/src/*' -not -path '*/target/*' | LC_ALL=C sort)
  if [ ! -e "$known" ] || [ -n "$(LC_ALL=C comm -23 "$known" - <<<"$now")" ]; then
    rm -rf "$ROOT"/{wire,media,server,bench}/target/{classes,test-classes}
  fi
  mkdir -p "$ROOT/target/stamp" && printf '%s\n' "$now" >"$known"
}

# package_java COMMAND...: the command makes Maven package all modules; only when it can is that what is built.
package_java() {
  local hash
  hash=$(java_hash)
  if java_changed; then
    building java
    built ffmpeg-build "$(ffmpeg_kind)"
    forget_gone_sources
  fi
  "$@" || return
  built java "$hash"
}

# class_path MODULE: the module's own jar, then what it needs.
class_path() {
  local jar own=
  for jar in "$ROOT/$1/target/onmaru-$1-"*.jar; do
    case $jar in *-tests.jar | *-sources.jar) ;; *) own=$jar ;; esac
  done
  printf '%s:%s' "$own" "$(cat "$ROOT/$1/target/classpath")"
}

# The JVM's ahead-of-time caches: the server answers in a third of the time, a studio is back sooner after a crash.
caches_changed() { must_build aot "$(caches_hash)" "$ROOT/target/stamp/aot"; }

build_caches() {
  local hash
  hash=$(caches_hash)
  if caches_changed; then
    building aot
    rm -rf "$ROOT/target/aot" && mkdir -p "$ROOT/target/aot"
    # without them everything works, only later
    progress "$ROOT/target/log/aot.log" "빠른 시작 준비 / preparing fast starts" train || rm -rf "$ROOT/target/aot"
    built aot "$hash"
  fi
}

# The JVM takes a cache only with the very jars and the JDK it was trained with.
caches_hash() {
  local file facts
  facts=$(stat -c '%n %s %Y' "$ROOT"/{wire,media,server}/target/onmaru-*.jar)
  for file in "$ROOT"/{media,server}/target/classpath "$JAVA_HOME/release"; do
    if [ -r "$file" ]; then facts+=$(<"$file"); fi
  done
  sha256sum <<<"$facts" | cut -c1-16
}

train() {
  local data status=0
  data=$(mktemp -d)
  trap 'exit 130' INT HUP
  trap 'exit 143' TERM
  # shellcheck disable=SC2064
  trap "rm -rf '$data'" EXIT
  chmod o+x "$data" # the database runs as an ordinary user
  "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$ROOT/target/aot/media.aot" "${STUDIO_FLAGS[@]}" -cp "$(class_path media)" \
    org.onmaru.media.studio.StudioMain --check || status=$?
  "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$ROOT/target/aot/server.aot" "${SERVER_FLAGS[@]}" -Dspring.context.exit=onRefresh \
    -cp "$(class_path server)" org.onmaru.server.OnmaruServer --onmaru.data="$data" --server.port=0 || status=$?
  return $status
}

# All that run needs besides the tools: afterwards a start builds nothing, and needs nothing from elsewhere.
build_all() { in_turn all_changed build_in_order; }
all_changed() { java_changed || web_changed || caches_changed; }
build_in_order() { build_java && build_web && build_caches; }

# ./onmaru build
build_city() {
  need_run_tools
  build_all
}
