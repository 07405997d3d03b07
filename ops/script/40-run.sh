# ./onmaru run: everything a city needs, in the foreground; Ctrl-C stops all of it in order.

# Trimming gives back what a busy minute made the C library take: 129 MB of 514 after an hour beside other work.
STUDIO_FLAGS=(-XX:+UseSerialGC -Xmx192m -Xss512k -XX:TrimNativeHeapInterval=60000 --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true -Dsun.net.httpserver.nodelay=true)
SERVER_FLAGS=(-XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow 
  -Djava.awt.headless=true)

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

run_city() {
  local port=8080 data=$ROOT/data arguments=()
  while [ $# -gt 0 ]; do
    case $1 in
      --port) port=${2:?} && shift 2 ;;
      --data) data=${2:?} && shift 2 ;;
      --demo) arguments+=(--onmaru.demo=true) && shift ;;
      --listen) arguments+=("--onmaru.listen=${2:?}") && shift 2 ;;
      --tls)
        if [ "${2:-}" = self ]; then
          arguments+=(--onmaru.tls.mode=self) && shift 2
        else
          { [ -r "${2:-}" ] && [ -r "${3:-}" ]; } || fail "--tls 뒤에는 읽을 수 있는 인증서와 개인 키 파일이 와야 합니다." "--tls needs a readable certificate and key, or the word self."
          arguments+=(--onmaru.tls.mode=files "--onmaru.tls.certificate=$(realpath "$2")" "--onmaru.tls.key=$(realpath "$3")") && shift 3
        fi
        ;;
      --*=*) arguments+=("$1") && shift ;;
      *) fail "모르는 선택지입니다: $1" "unknown option: $1" ;;
    esac
  done
  [[ $port =~ ^[1-9][0-9]{0,4}$ && $port -le 65535 ]] || fail "포트는 1에서 65535 사이의 수입니다: $port" "The port must be a number from 1 to 65535: $port"
  port_is_free "$port" || fail "포트 $port 을(를) 다른 프로그램이 쓰고 있습니다. --port 로 다른 포트를 고르세요." "Port $port is in use; choose another with --port."
  need_run_tools
  build_all
  mkdir -p "$data"
  step "온마루를 시작합니다 / starting Onmaru"
  serve "$data" --server.port="$port" "${arguments[@]}"
}

# serve DATA ARGUMENTS...: becomes the server, so that signals reach it and nothing else stands between.
serve() {
  local data=$1 cache
  shift
  cache=$(aot_cache server)
  [ -f "$cache" ] && SERVER_FLAGS+=("-XX:AOTCache=$cache")
  exec "$JAVA_HOME/bin/java" "${SERVER_FLAGS[@]}" -cp "$(class_path server)" org.onmaru.server.OnmaruServer \
    --onmaru.data="$(realpath "$data")" --onmaru.web.dir="$ROOT/web/dist" --onmaru.studio.command="$(studio_command)" "$@"
}

# The studio's own, smaller class path; comma-separated for the server's option.
studio_command() {
  local cache
  cache=$(aot_cache media)
  printf '%s,' "$JAVA_HOME/bin/java" "${STUDIO_FLAGS[@]}"
  [ -f "$cache" ] && printf '%s,' "-XX:AOTCache=$cache"
  printf '%s,%s,%s' -cp "$(class_path media)" org.onmaru.media.studio.StudioMain
}

aot_cache() { printf '%s' "$ROOT/target/aot/$1.aot"; }
