#!/usr/bin/env bash
# Who holds a port.
# shellcheck source=ops/test/sandbox.sh
source "$(dirname "${BASH_SOURCE[0]}")/sandbox.sh"

port=$(free_port)

pretend ss <<'E2'
#!/usr/bin/env bash
[ -e "$BOX/ss-fails" ] && exit 1
[[ $* == *"$(cat "$BOX/port")" ]] && cat "$BOX/holder"
exit 0
E2
echo "$port" >"$BOX/port"

# listens ANSWER [SCHEME]: somebody on the port who answers every request like that.
listens() {
  python3 - "$port" "$1" "${2:-plain}" "$BOX" <<'E2' &
import socket, ssl, sys
port, answer, scheme, box = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
server = socket.create_server(("127.0.0.1", port))
if scheme == "tls":
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(box + "/cert.pem", box + "/key.pem")
    server = context.wrap_socket(server, server_side=True)
while True:
    try:
        one, _ = server.accept()
        with one:
            asked = b""
            while b"\r\n\r\n" not in asked:
                more = one.recv(4096)
                if not more:
                    break
                asked += more
            one.sendall(("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + answer).encode())
    except OSError:
        pass
E2
  LISTENER=$!
  STARTED+=("$LISTENER")
  until_true reachable
}
reachable() { (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }
leaves() {
  kill "$LISTENER"
  wait "$LISTENER" 2>/dev/null
}
web() { grep -F "포트 $port" "$BOX/out" | grep -qF -- "$1"; }

live='{"state":"none","serverTime":"2026-11-26T00:00:00Z"}'

: >"$BOX/holder"
onmaru ./onmaru doctor --port "$port"
check "a port that nobody holds is free" web "비어 있음"

echo "LISTEN 0 100 127.0.0.1:$port 0.0.0.0:* users:((\"java\",pid=$$,fd=9))" >"$BOX/holder"
listens "$live"
onmaru ./onmaru doctor --port "$port"
check "who answers as Onmaru is Onmaru" web "온마루가 쓰는 중"
leaves
listens 'Hello, this is some other program in Java.'
onmaru ./onmaru doctor --port "$port"
check "another program in Java is not Onmaru" web "다른 프로그램이 씀"
check "and is to be mended" is "$STATUS" 1
leaves

openssl req -x509 -newkey rsa:2048 -nodes -keyout "$BOX/key.pem" -out "$BOX/cert.pem" -subj /CN=x -days 1 2>/dev/null
listens "$live" tls
echo "LISTEN 0 100 *:$port *:*" >"$BOX/holder"
onmaru ./onmaru doctor --port "$port"
check "an Onmaru of another user, with TLS, is one too" web "온마루가 쓰는 중"
leaves

door=$port
listens "$live"
mkdir -p "$TREE/data/run"
printf '%s\n%s\n' "$door" 7999 >"$TREE/data/run/operator.port"
echo 7999 >"$BOX/port"
port=7999
echo "LISTEN 0 100 10.0.0.5:7999 0.0.0.0:* users:((\"java\",pid=$$,fd=9))" >"$BOX/holder"
onmaru ./onmaru doctor --port 7999
check "the server of this data is known by its own door" web "온마루가 쓰는 중"
leaves

echo 7882 >"$BOX/port"
port=7882
echo "UNCONN 0 0 0.0.0.0:7882 0.0.0.0:* users:((\"livekit-server\",pid=$$,fd=9))" >"$BOX/holder"
onmaru ./onmaru doctor --port 7999
check "an SFU that is not the server's child is somebody else's" web "다른 프로그램이 씀"

touch "$BOX/ss-fails"
onmaru ./onmaru doctor --port 7999
check "what ss cannot tell is not called free" web "확인하지 못함"
# shellcheck disable=SC2016
onmaru bash -c 'CACHE=x ROOT=$PWD; for one in ops/script/*.sh; do source "$one"; done; command() { [ "$2" != ss ] && builtin command "$@"; }; check_ports 1 data'
check "without ss its package is named" said "apt-get install iproute2"
check "and no port is called free" is "$(grep -c '비어 있음' "$BOX/out")" 0

# What else a machine may lack. Each line says the mend.
pretend timedatectl <<'E2'
#!/usr/bin/env bash
cat "$BOX/synchronised"
E2
pretend df <<'E2'
#!/usr/bin/env bash
printf 'Filesystem 1048576-blocks Used Available Capacity Mounted\n/dev/x 100000 1 %s 1%% /\n' "$(cat "$BOX/free")"
E2
pretend fc-list <<'E2'
#!/usr/bin/env bash
E2
pretend fc-match <<'E2'
#!/usr/bin/env bash
E2
rm "$BOX/ss-fails"
port=$(free_port)
echo "$port" >"$BOX/port"
: >"$BOX/holder"
line() { grep -F -- "$1" "$BOX/out" | grep -qF -- "$2"; }

echo no >"$BOX/synchronised"
echo 900 >"$BOX/free"
onmaru ./onmaru doctor --port "$port"
check "a clock that is not synchronised is to be mended" line "시계" "맞춰지지 않음"
check "and the mend is said" said "timedatectl set-ntp true"
check "a disk that is nearly full is to be mended" line "디스크 여유 900 MB" "disk nearly full"
check "and the mend of that" said "지난 녹화를 옮기거나"
check "all that makes it fail" is "$STATUS" 1
echo yes >"$BOX/synchronised"
echo 50000 >"$BOX/free"
onmaru ./onmaru doctor --port "$port"
check "a clock that is synchronised is good" line "시계가 맞춰져 있음" "clock synchronised"
check "a disk with room says for how many hours" line "디스크 여유 50 GB" "41시간"
onmaru ONMARU_FONT="$BOX/none.otf" ./onmaru doctor --port "$port"
check "a font that cannot be read is named" line "ONMARU_FONT" "$BOX/none.otf"
check "memory is told" said "쓸 수 있는 기억 장치"
check "a tree that was never built has no encoder to ask" said "인코더는 빌드한 뒤에 확인"
