# ./onmaru doctor: what could stop tomorrow's meeting, each with the mend.

TROUBLES=0
trouble() {
  bad "$1"
  say "      → $2"
  TROUBLES=$((TROUBLES + 1))
}

run_doctor() {
  local port=8080 data=$ROOT/data
  while [ $# -gt 0 ]; do
    case $1 in
      --port) port=${2:?} && shift 2 ;;
      --data) data=${2:?} && shift 2 ;;
      *) fail "모르는 선택지입니다: $1" "unknown option: $1" ;;
    esac
  done
  step "온마루 진단 / Onmaru doctor"
  check_ports "$port" "$data"
  check_disk "$data"
  check_memory
  check_clock
  check_fonts
  check_encoder
  if [ "$TROUBLES" -eq 0 ]; then
    say "모두 좋습니다 / all is well"
  else
    say "고칠 것 $TROUBLES가지 / $TROUBLES to mend"
    return 1
  fi
}

# check_ports WEB DATA
check_ports() {
  if ! command -v ss >/dev/null 2>&1; then
    trouble "포트는 확인하지 못함, ss가 없음 / ports not checked, ss is missing" "apt-get install iproute2"
    return
  fi
  check_port "$1" "웹 / web" tcp "--port" serves_onmaru "$1" "$2"
  check_port 7882 "영상 (UDP) / media (UDP)" udp "--onmaru.sfu.udp-port" is_sfu_of_onmaru
  check_port 7881 "영상 (TCP) / media (TCP)" tcp "--onmaru.sfu.tcp-port" is_sfu_of_onmaru
}

# check_port PORT NAME tcp|udp OPTION IS_OURS...: the command is asked with the line of ss at its end.
check_port() {
  local port=$1 name=$2 kind=$3 option=$4 holder
  shift 4
  if ! holder=$(ss -Hln"${kind:0:1}"p "sport = :$port" 2>/dev/null); then
    trouble "포트 $port ($name) 확인하지 못함 / not checked" "ss 를 쓸 수 있는 사용자로 하세요 / try as a user who may use ss"
  elif [ -z "$holder" ]; then
    good "포트 $port ($name) 비어 있음 / free"
  elif "$@" "${holder%%$'\n'*}"; then
    good "포트 $port ($name) 온마루가 쓰는 중 / used by Onmaru"
  elif [[ $holder != *pid=* ]]; then
    trouble "포트 $port ($name) 다른 사용자의 프로그램이 씀 / taken by another user's program" \
      "온마루라면 그 사용자로 진단하고, 아니면 $option 으로 바꾸세요 / if it is Onmaru, ask as that user; else choose another with $option"
  else
    trouble "포트 $port ($name) 다른 프로그램이 씀 / taken by another program" "그 프로그램을 멈추거나 $option 으로 바꾸세요 / stop it or choose another with $option"
  fi
}

# serves_onmaru PORT DATA LINE: whoever listens there answers citizens as Onmaru does.
serves_onmaru() {
  local port=$1 data=$2 door open address
  address=$(address_of "$3")
  if { read -r door && read -r open; } 2>/dev/null <"$data/run/operator.port" && [ "$open" = "$port" ] &&
    is_live_answer "$(asked plainly 127.0.0.1 "$door")"; then
    return
  fi
  is_live_answer "$(asked plainly "$address" "$port")" || is_live_answer "$(asked by_tls "$address" "$port")"
}

is_live_answer() { [[ $1 == HTTP/1.?\ 200* && $1 == *'"state":'* && $1 == *'"serverTime":'* ]]; }

# asked WAY HOST PORT: what it answers within five seconds, if anything.
asked() {
  export -f plainly by_tls
  timeout 5 bash -c '"$@"' ask "$@" 2>/dev/null || true
}

plainly() {
  exec 3<>"/dev/tcp/$1/$2"
  printf 'GET /api/v1/public/live HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
  cat <&3
}

by_tls() {
  local host=$1
  [[ $host == *:* ]] && host="[$host]"
  printf 'GET /api/v1/public/live HTTP/1.0\r\nHost: localhost\r\n\r\n' | openssl s_client -quiet -connect "$host:$2"
}

# address_of LINE: where whoever listens there can be asked from this machine.
address_of() {
  local address
  address=$(awk '{ print $4 }' <<<"$1")
  address=${address%:*}
  address=${address#[} address=${address%]} address=${address#::ffff:}
  case ${address%\%*} in
    '*' | 0.0.0.0 | ::) printf 127.0.0.1 ;;
    *) printf '%s' "${address%\%*}" ;;
  esac
}

# is_sfu_of_onmaru LINE: the SFU is the server's own child.
is_sfu_of_onmaru() {
  local pid parent
  [[ $1 =~ pid=([0-9]+) ]] || return
  pid=${BASH_REMATCH[1]}
  parent=$(awk '/^PPid:/ { print $2 }' "/proc/$pid/status" 2>/dev/null)
  [ -n "$parent" ] && tr '\0' ' ' <"/proc/$parent/cmdline" 2>/dev/null | grep -q 'org\.onmaru\.server\.OnmaruServer'
}

check_disk() {
  local where=$1 free
  while [ ! -d "$where" ]; do where=$(dirname "$where"); done
  free=$(df -Pm "$where" | awk 'NR==2 {print $4}')
  # One hour of programme is about 1.2 GB.
  if [ "$free" -ge 20000 ]; then good "디스크 여유 $((free / 1000)) GB, 방송 약 $((free / 1200))시간 / disk, hours of recording"
  elif [ "$free" -ge 5000 ]; then good "디스크 여유 $((free / 1000)) GB, 방송 약 $((free / 1200))시간: 곧 정리가 필요 / tidy up soon"
  else trouble "디스크 여유 ${free} MB / disk nearly full" "지난 녹화를 옮기거나 --data 로 다른 디스크를 쓰세요 / move old recordings or use --data"; fi
}

check_memory() {
  local free
  free=$(awk '/MemAvailable/ {print int($2 / 1024)}' /proc/meminfo)
  if [ "$free" -ge 2500 ]; then good "쓸 수 있는 기억 장치 $free MB / memory"
  else trouble "쓸 수 있는 기억 장치 $free MB (2,500 필요) / memory" "다른 프로그램을 멈추거나 기억 장치를 늘리세요 / stop other programs or add memory"; fi
}

check_clock() {
  local synchronised=
  command -v timedatectl >/dev/null 2>&1 && synchronised=$(timedatectl show -p NTPSynchronized --value 2>/dev/null)
  if [ "$synchronised" = yes ]; then
    good "시계가 맞춰져 있음 / clock synchronised"
  elif command -v chronyc >/dev/null 2>&1 && chronyc -n tracking 2>/dev/null | grep -q 'Leap status *: Normal'; then
    good "시계가 맞춰져 있음 (chrony) / clock synchronised"
  elif [ "$synchronised" = no ]; then
    trouble "시계 $(date '+%F %T %Z'), 맞춰지지 않음 / the clock is not synchronised" "시각 동기화를 켜세요: timedatectl set-ntp true 또는 apt-get install chrony / enable time synchronisation"
  elif [ "$(date +%Y)" -lt 2026 ]; then
    trouble "시계가 $(date +%F) 입니다 / the clock is wrong" "시각 동기화(chrony)를 켜세요 / enable time synchronisation"
  else
    good "시계 $(date '+%F %T %Z'), 동기화는 확인하지 못함 / clock, synchronisation unknown"
  fi
}

check_fonts() {
  local font
  if font=$(korean_font 2>/dev/null); then
    good "한글 글꼴 $font / Korean font"
  elif [ -n "${ONMARU_FONT:-}" ]; then
    trouble "ONMARU_FONT 파일을 읽을 수 없음: $ONMARU_FONT / ONMARU_FONT cannot be read" "경로를 고치세요 / mend the path"
  else
    trouble "한글 글꼴이 없음 / no Korean font" "apt-get install fontconfig fonts-noto-cjk"
  fi
  if font=$(paper_font); then
    good "PDF 문서의 글꼴 $font / font of PDF files"
  else
    trouble "PDF 문서에 쓸 한글 트루타입 글꼴이 없음 / no TrueType font with Korean for PDF files" "apt-get install fonts-nanum"
  fi
}

check_encoder() {
  if [ ! -f "$ROOT/media/target/classpath" ]; then
    good "인코더는 빌드한 뒤에 확인 / the encoder is checked after a build"
    return
  fi
  if ! find_jdk; then
    good "인코더는 JDK 25가 있을 때 확인 / the encoder is checked once there is a JDK 25"
    return
  fi
  open_use
  if [ -n "$USE" ] && ! flock -n -s "$USE"; then
    good "인코더는 지금 하는 빌드 뒤에 확인 / the encoder is checked after the build that is going on"
    return
  fi
  local words
  if words=$("$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -cp "$(class_path media)" org.onmaru.media.studio.StudioMain --check 2>/dev/null); then
    good "스튜디오 점검, 인코더 $words (FFmpeg $(ffmpeg_kind)) / studio self-check, encoder"
  else
    trouble "방송을 만들지 못함: $words / the studio's self-check failed" "글꼴과 디스크를 확인하고 ./onmaru build 를 다시 하세요 / check font and disk, build again"
  fi
}
