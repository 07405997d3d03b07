# ./onmaru reset-password: the way back for an administrator who forgot the password.

run_reset_password() {
  local login='' data=$ROOT/data port='' answer
  while [ $# -gt 0 ]; do
    case $1 in
      --data) data=${2:?} && shift 2 ;;
      --port) port=${2:?} && shift 2 ;;
      -*) fail "모르는 선택지입니다: $1" "unknown option: $1" ;;
      *)
        [ -z "$login" ] || fail "아이디는 하나만 적어 주세요." "One login name, please."
        login=$1 && shift
        ;;
    esac
  done
  [ -n "$login" ] || fail "관리자의 아이디를 적어 주세요: ./onmaru reset-password 아이디" "Name the administrator: ./onmaru reset-password LOGIN"
  answer=$(ask_as_operator "$data" "$port" /api/v1/operator/password-links "{\"loginName\":\"$(json_text "$login")\"}") || exit
  if [[ $answer != HTTP/1.?\ 200* ]]; then
    fail "$(json_field detail "$answer")" "$(json_field detailEn "$answer")"
  fi
  good "$(json_field name "$answer") ($login): 이 주소를 한 시간 안에 여세요. 한 번만 쓸 수 있습니다 / open this within an hour, it works once"
  say "  $(json_field url "$answer")"
}

# ask_as_operator DATA PORT PATH JSON: what the server of this data answers, from its status line on; a PORT that is
# given must be the one it serves everybody on.
ask_as_operator() {
  local data=$1 port=$2 path=$3 body=$4 door open token answer
  # in this order: a fresh token never goes to the port of the server before
  if ! { read -r token <"$data/run/operator.token" && { read -r door && read -r open; } <"$data/run/operator.port"; } 2>/dev/null; then
    fail "$data 폴더의 서버를 찾지 못했습니다. 켜져 있는지, --data 폴더가 맞는지, 서버를 켠 사용자인지 확인하세요." \
      "No server found for $data: is it running, is --data right, are you the user who runs it?"
  fi
  if [ -n "$port" ] && [ "$port" != "$open" ]; then
    fail "$data 폴더의 서버는 $open 포트에 있습니다. $port 포트에 있는 서버의 폴더를 --data 로 알려 주세요." \
      "The server of $data is on port $open: name the other's with --data."
  fi
  # shellcheck disable=SC2016
  answer=$(posted "$token" "$path" "$body" | timeout 30 bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$1" && cat >&3 && cat <&3' ask "$door" 2>/dev/null) || true
  [ -n "$answer" ] || fail "서버가 대답하지 않습니다. 켜져 있는지 확인하세요." "The server does not answer: is it running?"
  printf '%s' "$answer"
}

# posted TOKEN PATH JSON: the request as text, which keeps the token out of the list of processes.
posted() {
  local LC_ALL=C
  printf 'POST %s HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' \
    "$2" "$1" "${#3}" "$3"
}

# json_text WORDS: as it stands between the quotes of a JSON string.
json_text() {
  local text=${1//\\/\\\\}
  text=${text//\"/\\\"}
  printf '%s' "${text//[[:cntrl:]]/ }"
}

# json_field NAME ANSWER: the text of that name, its quotes and backslashes as they were.
json_field() { sed -n 's/.*"'"$1"'":"\(\([^"\\]\|\\.\)*\)".*/\1/p' <<<"$2" | head -1 | sed 's/\\\(["\\\/]\)/\1/g'; }
