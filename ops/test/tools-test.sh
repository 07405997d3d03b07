#!/usr/bin/env bash
# What a machine must have, and what is said when it has not.
# shellcheck source=ops/test/sandbox.sh
source "$(dirname "${BASH_SOURCE[0]}")/sandbox.sh"

pretend id <<'E2'
#!/usr/bin/env bash
cat "$BOX/user"
E2
pretend apt-get <<'E2'
#!/usr/bin/env bash
echo "apt-get $*" >>"$BOX/calls"
[ "$1" = update ] && touch "$BOX/updated"
exit 0
E2
pretend apt-cache <<'E2'
#!/usr/bin/env bash
[ -e "$BOX/updated" ] && [ "$2" = temurin-25-jdk ] && echo "Package: $2"
exit 0
E2
printf '#!/usr/bin/env bash\nexit 0\n' >"$BOX/livekit-server"
chmod +x "$BOX/livekit-server"

# part COMMAND...: with the script's functions, as if there were no JDK.
# shellcheck disable=SC2016
part() { onmaru bash -c 'CACHE=$ONMARU_CACHE ROOT=$PWD; for one in ops/script/[12]*.sh; do source "$one"; done; find_jdk() { return 1; }; "$@"' part "$@"; }

echo 0 >"$BOX/user"
part need_jdk
check "a fresh machine updates its lists before it looks for a JDK" called '^apt-get update'
check "and installs the one that there is" called '^apt-get install .*temurin-25-jdk'
echo 1000 >"$BOX/user"
forget
part need_jdk
check "an ordinary user is told to install a JDK" said "JDK 25가 없습니다"
check "and nothing is tried in vain" is "$(grep -c apt-get "$BOX/calls")" 0

echo go1.19.8 >"$BOX/go-version"
onmaru ./onmaru build
check "a Go that is too old is refused" is "$STATUS" 2
check "with the version that is needed" said "Go 1.26 이상이 필요합니다 (이 컴퓨터에는 go1.19.8)"
onmaru ONMARU_SFU="$BOX/livekit-server" ./onmaru build
check "with an SFU at hand no Go is needed" is "$STATUS" 0
for version in go1.26 go1.26.8 go1.27rc1 go2.0; do
  echo "$version" >"$BOX/go-version"
  rm -rf "$BOX/cache"
  onmaru ./onmaru build
  check "$version is new enough" is "$STATUS" 0
done

pretend fc-list <<'E2'
#!/usr/bin/env bash
[ "$1" = :lang=ko ] && cat "$BOX/fonts"
E2
echo "/opt/fonts/Malgun.ttf: Malgun Gothic:style=Regular" >"$BOX/fonts"
onmaru ./onmaru build
check "any Korean font is enough" is "$STATUS" 0
: >"$BOX/fonts"
onmaru ./onmaru build
check "without one the package is named" said "apt-get install fonts-noto-cjk"
touch "$BOX/font.ttf"
onmaru ONMARU_FONT="$BOX/font.ttf" ./onmaru build
check "a font by ONMARU_FONT is enough" is "$STATUS" 0
onmaru ONMARU_FONT="$BOX/nothing.ttf" ./onmaru build
check "one that is not there is refused" said "읽을 수 없습니다: $BOX/nothing.ttf"

echo "/opt/fonts/Malgun.ttf: Malgun Gothic:style=Regular" >"$BOX/fonts"
onmaru ONMARU_PAPER_FONT="$BOX/nothing.ttf" ./onmaru build
check "without the font of PDF files a city builds all the same" is "$STATUS" 0
echo 0 >"$BOX/user"
forget
part eval 'ONMARU_PAPER_FONT=/nothing.ttf need_run_packages'
check "whoever may install gets it" called '^apt-get install .*fonts-nanum'
