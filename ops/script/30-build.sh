# Builds what changed. A stamp holds the hash of the inputs of each part.

maven() { (cd "$ROOT" && mvn -B -ntp "$@"); }

# inputs_hash PATH...: one hash of the content of the files below the paths, build results left out.
inputs_hash() {
  (cd "$ROOT" && find "$@" -type f -not -path '*/target/*' -not -path '*/node_modules/*' -not -path '*/dist/*' -not -path '*/generated/*' -not -path '*/.out/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16)
}

# must_build NAME HASH RESULT: true when the part must be built.
must_build() { [ ! -e "$3" ] || [ "$(cat "$ROOT/target/stamp/$1" 2>/dev/null)" != "$2" ]; }
built() { mkdir -p "$ROOT/target/stamp" && printf '%s' "$2" >"$ROOT/target/stamp/$1"; }

build_web() {
  local lock hash
  lock=$(inputs_hash web/package.json web/package-lock.json)
  if must_build web-modules "$lock" "$ROOT/web/node_modules"; then
    (cd "$ROOT/web" && progress "$ROOT/target/log/npm.log" "웹 부품 / web packages" npm_run ci)
    built web-modules "$lock"
  fi
  hash=$(inputs_hash web)
  if must_build web "$hash" "$ROOT/web/dist/index.html"; then
    (cd "$ROOT/web" && progress "$ROOT/target/log/web.log" "웹 화면 빌드 / building the pages" npm_run run build)
    built web "$hash"
  fi
}

java_hash() { printf '%s-%s' "$(inputs_hash pom.xml .mvn wire media server bench)" "${ONMARU_FFMPEG:-gpl}"; }

build_java() {
  local hash
  hash=$(java_hash)
  if must_build java "$hash" "$ROOT/bench/target/classpath"; then
    progress "$ROOT/target/log/maven.log" "서버와 스튜디오 빌드 / building server and studio" maven package -DskipTests -Dspotless.check.skip=true $(ffmpeg_build)
    built java "$hash"
  fi
}

# ONMARU_FFMPEG=lgpl leaves x264 out; docs/licences.md says when that matters.
ffmpeg_build() { [ "${ONMARU_FFMPEG:-gpl}" = lgpl ] && printf -- -Plgpl || true; }

# class_path MODULE: the module's own jar, then what it needs.
class_path() {
  printf '%s:%s' "$(echo "$ROOT/$1/target/onmaru-$1-"*.jar)" "$(cat "$ROOT/$1/target/classpath")"
}

build_all() {
  build_java
  build_web
}
