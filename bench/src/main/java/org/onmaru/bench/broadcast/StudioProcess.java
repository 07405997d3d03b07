package org.onmaru.bench.broadcast;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The studio's process as the kernel accounts for it.
final class StudioProcess {

    private static final String MAIN_CLASS = "org.onmaru.media.studio.StudioMain";
    /// Clock ticks of /proc are 1/100 s on every Linux that matters (USER_HZ).
    private static final double TICKS_PER_SECOND = 100;

    private static final Pattern NATIVE_ID = Pattern.compile("nid=(?:0x([0-9a-f]+)|([0-9]+))");

    private final long pid;

    private StudioProcess(long pid) {
        this.pid = pid;
    }

    /// What a part of the work cost so far, in CPU seconds.
    record Cpu(double total, double decode, double compose, double encode) {

        Cpu minus(Cpu before) {
            return new Cpu(
                    total - before.total, decode - before.decode, compose - before.compose, encode - before.encode);
        }

        Cpu per(double seconds) {
            return new Cpu(total / seconds, decode / seconds, compose / seconds, encode / seconds);
        }
    }

    /// The studio that carries this programme.
    static Optional<StudioProcess> of(String programme) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(path -> path.getFileName().toString().chars().allMatch(Character::isDigit))
                    .filter(path -> {
                        String command = commandLine(path);
                        return command.contains(MAIN_CLASS) && command.contains(programme);
                    })
                    .findFirst()
                    .map(path ->
                            new StudioProcess(Long.parseLong(path.getFileName().toString())));
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // It ended while we looked.
            return "";
        }
    }

    long pid() {
        return pid;
    }

    /// Threads the virtual machine does not know: the codecs' own, and only the encoder has any. Costs the studio a
    /// little, so it is asked once, before measuring. Empty when there is no `jcmd`.
    Set<Long> codecThreads() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            return Set.of();
        }
        Process print = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "Thread.print")
                .redirectErrorStream(true)
                .start();
        String text = new String(print.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        print.waitFor();
        Set<Long> known = new HashSet<>();
        Matcher matcher = NATIVE_ID.matcher(text);
        while (matcher.find()) {
            String hex = matcher.group(1);
            known.add(hex != null ? Long.parseLong(hex, 16) : Long.parseLong(matcher.group(2)));
        }
        if (known.isEmpty()) {
            return Set.of();
        }
        // The first thread only starts the machine and waits.
        known.add(pid);
        return threads().keySet().stream().filter(id -> !known.contains(id)).collect(Collectors.toSet());
    }

    /// CPU seconds since the process began.
    ///
    /// @param codecThreads what [#codecThreads] told
    Cpu cpu(Set<Long> codecThreads) throws IOException {
        double decode = 0;
        double compose = 0;
        double encode = 0;
        for (Map.Entry<Long, ThreadTime> entry : threads().entrySet()) {
            ThreadTime time = entry.getValue();
            if (codecThreads.contains(entry.getKey()) || time.name.startsWith("encode")) {
                encode += time.seconds;
            } else if (time.name.startsWith("decode")) {
                decode += time.seconds;
            } else if (time.name.startsWith("programme") || time.name.startsWith("compose")) {
                compose += time.seconds;
            }
        }
        return new Cpu(seconds(Path.of("/proc/" + pid + "/stat")).seconds, decode, compose, encode);
    }

    /// CPU seconds of each thread name, for the curious.
    Map<String, Double> byName() throws IOException {
        Map<String, Double> sums = new HashMap<>();
        threads().values().forEach(time -> sums.merge(time.name, time.seconds, Double::sum));
        return sums;
    }

    /// Resident memory in MiB.
    double memoryMb() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }

    private record ThreadTime(String name, double seconds) {}

    private Map<Long, ThreadTime> threads() throws IOException {
        List<Path> tasks;
        try (Stream<Path> list = Files.list(Path.of("/proc/" + pid + "/task"))) {
            tasks = list.toList();
        }
        Map<Long, ThreadTime> threads = new HashMap<>();
        for (Path task : tasks) {
            add(threads, task);
        }
        return threads;
    }

    private static void add(Map<Long, ThreadTime> threads, Path task) {
        try {
            threads.put(Long.parseLong(task.getFileName().toString()), seconds(task.resolve("stat")));
        } catch (IOException e) {
            // The thread ended while we looked; its time is in the process's sum.
        }
    }

    /// Name and user plus system time of a `stat` file; the name may hold spaces and brackets.
    private static ThreadTime seconds(Path stat) throws IOException {
        String text = Files.readString(stat);
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        String[] fields = text.substring(close + 2).split(" ", -1);
        double ticks = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
        return new ThreadTime(text.substring(open + 1, close), ticks / TICKS_PER_SECOND);
    }
}
