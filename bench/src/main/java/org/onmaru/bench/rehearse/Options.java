package org.onmaru.bench.rehearse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.onmaru.bench.media.Signature;

/// What `./onmaru rehearse` was asked to do.
///
/// @param attendees how many are simulated, 1 to 12
/// @param watch how long the result is judged
/// @param port that the server must have; empty: the one whose data is named
/// @param data the server's data directory, which tells where the server is and how to prove oneself
/// @param real true to join today's meeting instead of a private rehearsal
/// @param json where the result goes as JSON
/// @param keepOn true to stay in the room after the verdict until stopped
record Options(
        int attendees, Duration watch, OptionalInt port, Path data, boolean real, Optional<Path> json, boolean keepOn) {

    /// As many as the hall has units; the rest of the signatures are for special parts.
    static final int MOST = Math.min(12, Signature.COUNT);

    /// Where the script lies, which keeps its data beside itself; the script sets it.
    private static final String ROOT = "onmaru.root";

    static final String USAGE = """
            사용법: onmaru rehearse [--attendees 12] [--minutes 2] [--data 폴더] [--port 8080]
                                    [--real] [--json 파일] [--keep-on]
              --attendees  모의 참가자 수 (1–12)          simulated attendees
              --minutes    확인하는 시간(분), 0.1–600     how long to watch
              --data       서버의 데이터 폴더             the server's data directory
              --port       그 서버가 쓰고 있을 포트       the port that server must have
              --real       리허설 대신 오늘 회의에 참가   join today's meeting, do not touch its on-air state
              --json       결과를 JSON으로 저장           write the result as JSON
              --keep-on    확인 뒤에도 방에 남음          stay in the room after the verdict
            """;

    /// What was typed cannot be understood.
    static final class Unclear extends Exception {

        private static final long serialVersionUID = 1L;

        Unclear(String korean, String english) {
            super(korean + " (" + english + ")");
        }
    }

    static Options parse(String... arguments) throws Unclear {
        Path data = Path.of(System.getProperty(ROOT, ""), "data");
        var options =
                new Options(MOST, Duration.ofMinutes(2), OptionalInt.empty(), data, false, Optional.empty(), false);
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (name.equals("--real")) {
                options = options.withReal();
            } else if (name.equals("--keep-on")) {
                options = options.withKeepOn();
            } else {
                if (i + 1 == arguments.length) {
                    throw new Unclear("'%s' 옵션이 잘못되었거나 값이 없습니다".formatted(name), "bad option or no value: " + name);
                }
                options = options.with(name, arguments[++i]);
            }
        }
        return options;
    }

    private Options with(String name, String value) throws Unclear {
        return switch (name) {
            case "--attendees" ->
                new Options((int) number(name, value, 1, MOST), watch, port, data, real, json, keepOn);
            case "--minutes" ->
                new Options(
                        attendees,
                        Duration.ofMillis((long) (number(name, value, 0.1, 600) * 60_000)),
                        port,
                        data,
                        real,
                        json,
                        keepOn);
            case "--port" ->
                new Options(
                        attendees,
                        watch,
                        OptionalInt.of((int) number(name, value, 1, 65_535)),
                        data,
                        real,
                        json,
                        keepOn);
            case "--data" -> new Options(attendees, watch, port, Path.of(value), real, json, keepOn);
            case "--json" -> new Options(attendees, watch, port, data, real, Optional.of(Path.of(value)), keepOn);
            default -> throw new Unclear("'%s' 옵션은 없습니다".formatted(name), "no such option: " + name);
        };
    }

    private Options withReal() {
        return new Options(attendees, watch, port, data, true, json, keepOn);
    }

    private Options withKeepOn() {
        return new Options(attendees, watch, port, data, real, json, true);
    }

    private static double number(String name, String value, double least, double most) throws Unclear {
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        String range = "%s–%s".formatted(plain(least), plain(most));
        throw new Unclear(
                "'%s'에는 %s 사이의 숫자를 넣어 주세요: '%s'".formatted(name, range, value),
                "%s takes a number from %s, not '%s'".formatted(name, range, value));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
