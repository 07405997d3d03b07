package org.onmaru.bench.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.onmaru.bench.loop.Times;
import org.onmaru.bench.rehearse.TextTable;
import org.onmaru.bench.serve.Benchmark;
import org.onmaru.server.open.archive.index.ArchiveIndex;
import org.onmaru.server.open.archive.index.Kind;
import org.onmaru.server.open.archive.index.Question;
import org.onmaru.server.open.archive.index.Readers;
import org.onmaru.server.open.archive.index.Standing;
import tools.jackson.databind.json.JsonMapper;

/// `./onmaru bench search`: writes ten years of meetings with the server's own index and asks it as citizens and staff
/// do, hits, counts of every kind and marks included, one question after the other. The last line of its output is
/// JSON.
public final class SearchBench {

    private static final int QUESTIONS = 2000;
    private static final int UNMEASURED = 300;
    private static final int ON_A_PAGE = 20;
    private static final List<Shape> SHAPES = List.of(Shape.values());

    private SearchBench() {}

    /// What a question is like.
    enum Shape {
        COMMON("흔한 낱말 (common)"),
        RARE("드문 이름 (rare)"),
        TWO("두 낱말 (two words)"),
        PHRASE("따옴표 (phrase)"),
        FILTERED("부서·기간·종류 (filtered)"),
        EVERYTHING("낱말 없이 (no words)");

        private final String name;

        Shape(String name) {
            this.name = name;
        }
    }

    /// @param buildSeconds to index it all
    /// @param indexMb on the disk
    record Result(
            int meetings,
            int paragraphs,
            @JsonProperty("p50_ms") double p50,
            @JsonProperty("p95_ms") double p95,
            @JsonProperty("p99_ms") double p99,
            int questions,
            @JsonProperty("build_seconds") double buildSeconds,
            @JsonProperty("index_mb") long indexMb) {}

    public static void main(String... arguments) throws InterruptedException {
        Benchmark.main(out -> {
            var directory = Files.createTempDirectory("onmaru-search");
            try {
                measure(directory, out);
            } finally {
                ArchiveIndex.forget(directory);
            }
        });
    }

    private static void measure(Path directory, PrintStream out) throws IOException {
        var years = new TenYears();
        try (var index = ArchiveIndex.open(directory)) {
            long began = System.nanoTime();
            for (int i = 0; i < TenYears.MEETINGS; i++) {
                index.replace("day" + i, years.meeting(i));
                if ((i + 1) % 500 == 0) {
                    out.println("  " + (i + 1) + " / " + TenYears.MEETINGS + " 회의 (meetings)");
                }
            }
            index.commit(new Standing("bench", "1"));
            index.refresh();
            double seconds = Math.rint((System.nanoTime() - began) / 1e8) / 10;
            var all = new Times();
            Map<Shape, Times> each = new EnumMap<>(Shape.class);
            var random = new Random(7);
            for (int i = -UNMEASURED; i < QUESTIONS; i++) {
                var shape = SHAPES.get(random.nextInt(SHAPES.size()));
                var question = question(shape, years, random);
                long asked = System.nanoTime();
                index.search(question);
                if (i >= 0) {
                    long took = System.nanoTime() - asked;
                    all.add(took);
                    each.computeIfAbsent(shape, _ -> new Times()).add(took);
                }
            }
            tell(
                    out,
                    each,
                    all,
                    new Result(
                            TenYears.MEETINGS,
                            index.size(),
                            all.percentileMs(0.5),
                            all.percentileMs(0.95),
                            all.percentileMs(0.99),
                            all.count(),
                            seconds,
                            size(directory) >> 20));
        }
    }

    private static void tell(PrintStream out, Map<Shape, Times> each, Times all, Result result) {
        var table = new TextTable("검색 (search)", "수 (count)", "p50 ms", "p95 ms", "p99 ms");
        each.forEach((shape, times) -> row(table, shape.name, times));
        row(table, "모두 (all)", all);
        out.print("\n" + table);
        out.println(String.format(
                Locale.ROOT,
                "색인 (index) %d 문단, %.1f 초 (s), %d MB",
                result.paragraphs,
                result.buildSeconds,
                result.indexMb));
        out.println(JsonMapper.shared().writeValueAsString(result));
    }

    private static void row(TextTable table, String name, Times times) {
        table.row(name, Integer.toString(times.count()), times.text(0.5), times.text(0.95), times.text(0.99));
    }

    /// Half of them a citizen's, half a member's.
    private static Question question(Shape shape, TenYears years, Random random) {
        var words = switch (shape) {
            case COMMON, FILTERED -> years.thing();
            case RARE -> years.person();
            case TWO -> years.thing() + " " + TenYears.UNITS.get(random.nextInt(TenYears.UNITS.size()));
            case PHRASE -> "\"" + years.thing() + "를 오늘 안으로\"";
            case EVERYTHING -> "";
        };
        boolean filtered = shape == Shape.FILTERED;
        var from = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(3000));
        var readers = random.nextBoolean()
                ? Set.of(Readers.EVERYBODY)
                : Set.of(Readers.EVERYBODY, Readers.ofSeries(TenYears.SERIES), Readers.ofUnit(TenYears.unit("강천면")));
        return new Question(
                words,
                readers,
                filtered ? TenYears.SERIES : null,
                filtered ? TenYears.unit(TenYears.UNITS.get(random.nextInt(TenYears.UNITS.size()))) : null,
                filtered && random.nextBoolean() ? Kind.MINUTES : null,
                null,
                filtered ? from : null,
                filtered ? from.plusYears(1) : null,
                random.nextInt(4) == 0 ? Question.Order.DATE : Question.Order.RELEVANCE,
                random.nextInt(10) == 0 ? ON_A_PAGE : 0,
                ON_A_PAGE);
    }

    private static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            long bytes = 0;
            for (var file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }
}
