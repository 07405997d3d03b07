# ./onmaru rehearse and ./onmaru bench.

# bench_java ARGUMENTS...: becomes the program, so that signals reach it.
bench_java() { bench_with "$(class_path bench)" "$@"; }

# bench_with CLASSPATH ARGUMENTS...
bench_with() {
  local path=$1
  shift
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Djava.awt.headless=true -Donmaru.root="$ROOT" -cp "$path" "$@"
}

# A rehearsal is of what runs: it builds only when nothing was built.
run_rehearsal() {
  need_jdk
  in_turn never_built build_first
  bench_java org.onmaru.bench.rehearse.Rehearse "$@"
}

never_built() { [ ! -f "$ROOT/bench/target/classpath" ]; }
build_first() { if never_built; then need_build_tools && build_java; fi; }

# measure_journey NAME ARGUMENTS...: pages in a real browser, with the parts of the journeys.
measure_journey() {
  local name=$1
  shift
  need_test_packages
  need_journey_packages
  exec "$NODE" "$ROOT/e2e/bench/$name.ts" "$@"
}

run_bench() {
  local name=${1:-}
  [ $# -gt 0 ] && shift
  need_run_tools
  build_all
  case $name in
    broadcast) bench_java org.onmaru.bench.broadcast.BroadcastBench "$@" ;;
    stalls) measure_journey stalls "$@" ;;
    page) measure_journey page "$@" ;;
    start) bench_java org.onmaru.bench.start.StartBench "$@" ;;
    soak) bench_java org.onmaru.bench.broadcast.SoakBench "$@" ;;
    viewers) bench_java org.onmaru.bench.broadcast.ViewersBench "$@" ;;
    loop) bench_java org.onmaru.bench.loop.LoopBench "$@" ;;
    # with the server's own libraries: it measures the server's own index
    search) bench_with "$(class_path bench):$(class_path server)" org.onmaru.bench.search.SearchBench "$@" ;;
    *) fail "측정 이름은 broadcast, viewers, stalls, page, start, soak, loop, search 입니다." "The benchmarks are broadcast, viewers, stalls, page, start, soak, loop and search." ;;
  esac
}
