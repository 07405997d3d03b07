# ./onmaru test: the whole suite or a part; ends with "N passed, N failed".

PASSED=0 FAILED=0

# count PASSED FAILED
count() { PASSED=$((PASSED + $1)) FAILED=$((FAILED + $2)); }

# run_part WORDS COMMAND...: shows the output as it goes; returns the command's status.
run_part() {
  step "$1"
  shift
  attended "$@"
}

# test_step WORDS COMMAND...: a part that is one test.
test_step() {
  if run_part "$@"; then count 1 0; else count 0 1; fi
}

count_surefire() {
  local figures
  figures=$(python3 - "$ROOT" "$@" <<'PY'
import glob, sys, xml.etree.ElementTree as tree
root, kinds = sys.argv[1], sys.argv[2:]
passed = failed = 0
for kind in kinds:
    for file in glob.glob(f"{root}/*/target/{kind}/TEST-*.xml"):
        suite = tree.parse(file).getroot()
        total, bad, skipped = int(suite.get("tests")), int(suite.get("failures")) + int(suite.get("errors")), int(suite.get("skipped"))
        # A skipped test counts as failed: none is skipped in silence.
        passed += total - bad - skipped
        failed += bad + skipped
print(passed, failed)
PY
  )
  # shellcheck disable=SC2086
  count $figures
}

# test_java PHASE FLAGS...: builds and tests the Java modules; a failed test does not stop the others.
test_java() {
  local phase=$1 words=$2
  shift 2
  rm -rf "$ROOT"/*/target/surefire-reports "$ROOT"/*/target/failsafe-reports
  in_turn java_changed package_java run_part "$words" \
    maven "$phase" -Dstyle.color=never -Dspotless.check.skip=true -Dmaven.test.failure.ignore=true "$@" || count 0 1
  count_surefire surefire-reports failsafe-reports
}

test_unit() {
  test_java package "자바 단위 시험 / Java unit tests"
  test_format
  test_script
  test_web
}

test_format() {
  test_step "코드 모양 / formatting" maven -q spotless:check
}

# The script itself: its tests say "ok - words" or "not ok - words".
test_script() {
  local part status log=$ROOT/target/log/script-test.log
  mkdir -p "$ROOT/target/log"
  step "실행 도구 시험 / tests of the script"
  if command -v shellcheck >/dev/null 2>&1; then
    test_step "shellcheck" shellcheck -x -P "$ROOT" -s bash "$ROOT/onmaru" "$ROOT"/ops/script/*.sh "$ROOT"/ops/test/*.sh
  else
    say "  shellcheck가 없어 그 검사는 하지 않음 / shellcheck is not installed, its check is left out"
  fi
  for part in "$ROOT"/ops/test/*-test.sh; do
    status=0
    attended bash "$part" >"$log" 2>&1 || status=$?
    cat "$log"
    count "$(grep -c '^ok - ' "$log" || true)" "$(grep -c '^not ok - ' "$log" || true)"
    if [ $status -ne 0 ] || ! grep -q '^ok - ' "$log"; then count 0 1; fi
  done
}

test_web() {
  in_turn web_changed build_web || { count 0 1; return; }
  local part
  for part in typecheck lint; do
    test_step "웹 $part / web $part" within "$ROOT/web" npm_run run --silent "$part"
  done
  rm -f "$ROOT/target/web-tests.json"
  run_part "웹 단위 시험 / web unit tests" within "$ROOT/web" npm_run run --silent test -- --reporter=default --reporter=json --outputFile="$ROOT/target/web-tests.json" || true
  count_json "$ROOT/target/web-tests.json"
}

# count_json FILE: adds the figures of a vitest JSON report; a missing report is a failure.
count_json() {
  if [ ! -f "$1" ]; then count 0 1; return; fi
  # shellcheck disable=SC2046
  count $(python3 -c 'import json,sys; r=json.load(open(sys.argv[1])); print(r["numPassedTests"], r["numFailedTests"] + r["numPendingTests"] + (0 if r["success"] or r["numFailedTests"] else 1))' "$1")
}

test_pages() {
  ONMARU_FFMPEG=$(command -v ffmpeg)
  export ONMARU_FFMPEG
  in_turn web_changed build_web || { count 0 1; return; }
  rm -f "$ROOT/target/web-pages.json"
  run_part "웹 화면과 접근성 / pages and accessibility" within "$ROOT/web" npm_run run --silent test:pages -- --reporter=default --reporter=json --outputFile="$ROOT/target/web-pages.json" || true
  count_json "$ROOT/target/web-pages.json"
}

test_integration() {
  need_sfu
  test_java verify "자바 통합 시험 / Java integration tests" -DskipUnitTests=true
  test_pages
}

need_journey_packages() {
  local lock
  lock=$(inputs_hash e2e/package.json e2e/package-lock.json)
  if must_build e2e-modules "$lock" "$ROOT/e2e/node_modules"; then
    building e2e-modules
    progress "$ROOT/target/log/e2e-npm.log" "여정 시험 부품 / packages of the journeys" within "$ROOT/e2e" npm_run ci || return
    built e2e-modules "$lock"
  fi
}

test_e2e() {
  need_sfu
  build_all || { count 0 1; return; }
  need_journey_packages || return
  local part
  for part in typecheck lint; do
    test_step "여정 시험 $part / e2e $part" within "$ROOT/e2e" npm_run run --silent "$part"
  done
  rm -f "$ROOT/target/e2e-tests.json"
  run_part "여정 시험 / journeys" within "$ROOT/e2e" npm_run run --silent test -- --reporter=default --reporter=json --outputFile="$ROOT/target/e2e-tests.json" || true
  count_json "$ROOT/target/e2e-tests.json"
}

run_tests() {
  local part=${1:-all}
  need_build_tools
  need_test_packages
  case $part in
    unit) test_unit ;;
    integration) test_integration ;;
    e2e) test_e2e ;;
    all)
      need_sfu
      test_java verify "자바 시험 / Java tests"
      test_format
      test_script
      test_web
      test_pages
      test_e2e
      ;;
    *) fail "시험 부분은 unit, integration, e2e 입니다." "The parts are unit, integration and e2e." ;;
  esac
  say ""
  say "$PASSED passed, $FAILED failed"
  [ "$FAILED" -eq 0 ] && [ "$PASSED" -gt 0 ]
}
