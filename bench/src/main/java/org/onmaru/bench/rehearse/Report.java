package org.onmaru.bench.rehearse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onmaru.bench.judge.Delays;

/// The result of a rehearsal: unit by unit, and in one sentence.
///
/// @param mode `rehearsal` or `real`
/// @param broadcastWatched false when the meeting was not on air, so that only the room was judged
record Report(String mode, double seconds, boolean broadcastWatched, List<Line> units, String problem) {

    /// One unit's result. Delays in milliseconds; null when nothing was measured.
    record Line(
            String title,
            boolean roomPicture,
            boolean roomSound,
            boolean broadcastPicture,
            boolean broadcastSound,
            double roomFps,
            double broadcastFps,
            @Nullable Double roomDelayMsP50,
            @Nullable Double glassToPartMsP50,
            @Nullable Double glassToPartMsP95,
            @Nullable Double glassToCitizenMsP50,
            @Nullable Double glassToCitizenMsP95) {

        static Line of(Unit unit, double seconds) {
            Reception room = unit.room();
            Reception broadcast = unit.broadcast();
            return new Line(
                    unit.title(),
                    room.pictureArrived(seconds),
                    room.soundArrived(),
                    broadcast.pictureArrived(seconds),
                    broadcast.soundArrived(),
                    tenth(room.framesPerSecond(seconds)),
                    tenth(broadcast.framesPerSecond(seconds)),
                    whole(room.delays(), 0.5),
                    whole(unit.glassToPart(), 0.5),
                    whole(unit.glassToPart(), 0.95),
                    whole(broadcast.delays(), 0.5),
                    whole(broadcast.delays(), 0.95));
        }

        private static @Nullable Double whole(Delays delays, double share) {
            double value = delays.percentile(share);
            return Double.isNaN(value) ? null : Double.valueOf(Math.rint(value));
        }

        private static double tenth(double value) {
            return Math.rint(value * 10) / 10;
        }

        boolean inRoom() {
            return roomPicture && roomSound;
        }

        boolean inBroadcast() {
            return broadcastPicture && broadcastSound;
        }
    }

    /// True when everything that was sent arrived everywhere.
    boolean allArrived() {
        return broadcastWatched && faults().isEmpty() && !units.isEmpty();
    }

    /// What did not arrive, one entry a unit.
    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Line line : units) {
            List<String> missing = new ArrayList<>();
            note(missing, line.roomPicture, "방 영상");
            note(missing, line.roomSound, "방 소리");
            note(missing, line.broadcastPicture || !broadcastWatched, "방송 영상");
            note(missing, line.broadcastSound || !broadcastWatched, "방송 소리");
            if (!missing.isEmpty()) {
                faults.add(line.title + "(" + String.join("·", missing) + ")");
            }
        }
        return faults;
    }

    private static void note(List<String> missing, boolean arrived, String what) {
        if (!arrived) {
            missing.add(what);
        }
    }

    /// The table and the sentence, for a terminal.
    String text() {
        var table =
                new TextTable("부서·기관 (unit)", "방 영상 (room)", "방 소리", "방송 영상 (broadcast)", "방송 소리", "시민까지 ms (p50/p95)");
        for (Line line : units) {
            table.row(
                    line.title,
                    mark(line.roomPicture) + fps(line.roomFps),
                    mark(line.roomSound),
                    broadcastWatched ? mark(line.broadcastPicture) + fps(line.broadcastFps) : "–",
                    broadcastWatched ? mark(line.broadcastSound) : "–",
                    delay(line));
        }
        return table + "\n" + sentence() + "\n";
    }

    private String sentence() {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            return "✘ %d곳 중 %d곳에서 오지 않은 것이 있습니다: %s%s\n  (%d of %d units did not arrive whole)"
                    .formatted(
                            units.size(),
                            faults.size(),
                            String.join(", ", faults),
                            problem.isEmpty() ? "" : " [" + problem + "]",
                            faults.size(),
                            units.size());
        }
        if (!broadcastWatched) {
            return "△ %d곳 모두 방에 왔습니다. 지금은 방송 중이 아니어서 방송은 확인하지 않았습니다.\n  (all in the room; not on air, so the broadcast was not judged)"
                    .formatted(units.size());
        }
        double slowest = units.stream()
                .map(Line::glassToCitizenMsP95)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return String.format(
                Locale.ROOT,
                "✔ %d곳 모두 영상과 소리가 방과 방송에 왔습니다. 시민 화면까지 95%%가 %.1f초 안입니다.\n"
                        + "  (all %d units arrived, in the room and in the broadcast; glass to citizen p95 %.1f s)",
                units.size(),
                slowest / 1000,
                units.size(),
                slowest / 1000);
    }

    private static String mark(boolean arrived) {
        return arrived ? "✔" : "✘";
    }

    private static String fps(double framesPerSecond) {
        return String.format(Locale.ROOT, " %.1f/s", framesPerSecond);
    }

    private static String delay(Line line) {
        return line.glassToCitizenMsP50 == null
                ? "–"
                : String.format(Locale.ROOT, "%.0f / %.0f", line.glassToCitizenMsP50, line.glassToCitizenMsP95);
    }
}
