#!/usr/bin/env bash
# What is built when, and that what is stamped as built is what was asked for.
# shellcheck source=ops/test/sandbox.sh
source "$(dirname "${BASH_SOURCE[0]}")/sandbox.sh"

studio_is() { is "$(cat "$TREE/media/target/classpath")" "$1"; }
packaged() { called '^mvn .*(package|verify)'; }
not_packaged() { ! packaged; }

onmaru ./onmaru build
check "the first build packages with x264" studio_is gpl
forget
onmaru ./onmaru build
check "nothing changed, so nothing is packaged again" not_packaged
onmaru ./onmaru run --port "$(free_port)" --data "$BOX/data"
check "a run after a build starts the server" is "$STATUS" 0
check "it builds, trains and fetches nothing" is "$(grep -vc 'OnmaruServer --onmaru.data' "$BOX/calls")" 0

onmaru ONMARU_FFMPEG_BUILD=lgpl ./onmaru build
check "a choice of FFmpeg is a change" studio_is lgpl
check "a build says which FFmpeg it takes" said "FFmpeg lgpl"
forget
onmaru ./onmaru build
check "the choice stays without being repeated" not_packaged
onmaru ONMARU_FFMPEG_BUILD=lgpl ./onmaru build
check "the same choice again changes nothing" not_packaged
echo "two" >"$TREE/server/Source.java"
onmaru ./onmaru build
check "a later change is built with the same choice" studio_is lgpl
onmaru ./onmaru test unit
check "tests leave the chosen FFmpeg behind" studio_is lgpl
forget
onmaru ./onmaru build
check "what tests packaged need not be packaged again" not_packaged
onmaru ONMARU_FFMPEG_BUILD=gpl ./onmaru build
check "another choice counts until the next" studio_is gpl
onmaru ONMARU_FFMPEG_BUILD=mine ./onmaru build
check "an unknown FFmpeg is refused" is "$STATUS" 2
check "the refusal names what there is" said "gpl 또는 lgpl"

made() { [ -e "$TREE/server/target/classes/$1" ]; }
not_made() { ! made "$1"; }
mkdir -p "$TREE/server/src/main/java" "$TREE/server/target/classes"
echo "one" >"$TREE/server/src/main/java/Kept.java"
echo "one" >"$TREE/server/src/main/java/Gone.java"
onmaru ./onmaru build
mkdir -p "$TREE/server/target/classes"
touch "$TREE/server/target/classes/Gone.class"
echo "two" >"$TREE/server/src/main/java/Kept.java"
echo "one" >"$TREE/server/src/main/java/New.java"
onmaru ./onmaru build
check "what was made of sources that are there stays" made Gone.class
mv "$TREE/server/src/main/java/Gone.java" "$TREE/server/src/main/java/Renamed.java"
onmaru ./onmaru build
check "what was made of a source that is gone goes with it" not_made Gone.class

echo "three" >"$TREE/server/Source.java"
touch "$BOX/mvn-fails"
onmaru ./onmaru test unit
check "tests that cannot be compiled fail" is "$STATUS" 1
onmaru ./onmaru build
check "a failed build fails" is "$STATUS" 1
rm "$BOX/mvn-fails"
forget
onmaru ./onmaru build
check "neither of them counts as built" packaged

touch "$BOX/mvn-fails"
onmaru ONMARU_FFMPEG_BUILD=lgpl ./onmaru build
rm "$BOX/mvn-fails"
forget
onmaru ONMARU_FFMPEG_BUILD=gpl ./onmaru build
check "after a half-made build the earlier choice is built again" packaged

touch "$BOX/npm-fails"
echo "two" >"$TREE/web/src/page.ts"
onmaru ./onmaru test unit
check "pages that cannot be built fail the tests" is "$STATUS" 1
rm "$BOX/npm-fails"
forget
onmaru ./onmaru build
check "they do not count as built" called '^npm run build'
