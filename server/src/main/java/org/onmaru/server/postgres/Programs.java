package org.onmaru.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Runs PostgreSQL's programs: never as root, in a session of their own, with nothing of our environment that
/// could change what they do.
///
/// A session of its own keeps Ctrl-C at the terminal away from the database: the server gets it and stops the
/// database last.
final class Programs {

    private static final String UNPRIVILEGED = "nobody";

    private final Path home;
    private final Path binaries;
    private final boolean root = "root".equals(System.getProperty("user.name"));

    Programs(Path home, Path binaries) {
        this.home = home;
        this.binaries = binaries;
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    void run(String program, String... arguments) throws IOException, InterruptedException {
        var exit = exitOf(program, arguments);
        if (exit != 0) {
            throw new PostgresFailure(PostgresFailure.EXIT_NOT_STARTED, explain(program, exit));
        }
    }

    int exitOf(String program, String... arguments) throws IOException, InterruptedException {
        return start(program, List.of(), arguments).waitFor();
    }

    /// Starts the postmaster, which gets SIGINT (a fast, clean stop) when the calling *thread* ends.
    Process postmaster(List<String> arguments) throws IOException {
        return start("postgres", List.of("--pdeathsig", "INT"), arguments.toArray(String[]::new));
    }

    private Process start(String program, List<String> privileges, String... arguments) throws IOException {
        var command = new ArrayList<String>(List.of("setsid", "setpriv"));
        if (root) {
            command.addAll(List.of(
                    "--reuid=" + UNPRIVILEGED,
                    "--regid=nogroup",
                    "--clear-groups",
                    "--no-new-privs",
                    "--inh-caps=-all"));
        }
        if (!root && privileges.isEmpty()) {
            command.removeLast();
        }
        command.addAll(privileges);
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        return builder.start();
    }

    /// Gives these paths to the unprivileged user; nothing to do when we are one ourselves.
    void hand(Path... paths) throws IOException {
        if (!root) {
            return;
        }
        var owner = home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(UNPRIVILEGED);
        for (var path : paths) {
            Files.setOwner(path, owner);
        }
    }

    /// The unprivileged user must be able to walk to the data directory; says which folder stops it.
    void requireReachable() throws IOException {
        if (!root) {
            return;
        }
        for (Path path = home; path != null && path.getParent() != null; path = path.getParent()) {
            if (!Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new PostgresFailure(
                        PostgresFailure.EXIT_NOT_STARTED,
                        "root로 실행하면 데이터베이스는 일반 사용자(" + UNPRIVILEGED + ")로 돌아야 하는데, 그 사용자가 폴더 " + path
                                + "에 들어갈 수 없습니다. 다른 곳을 onmaru.data로 지정하거나 chmod o+x를 하거나 root가 아닌 사용자로 실행하십시오."
                                + " / Run as root, the database runs as '" + UNPRIVILEGED + "', who cannot enter "
                                + path
                                + ": choose another onmaru.data, chmod o+x it, or do not run as root.");
            }
        }
    }

    String explain(String program, int exit) throws IOException {
        var lines = Files.exists(log()) ? Files.readAllLines(log()) : List.<String>of();
        var last = lines.subList(Math.max(0, lines.size() - 3), lines.size());
        var why = Objects.requireNonNull(String.join(" | ", last));
        if (why.contains("No space left on device")) {
            return "디스크가 가득 차서 데이터베이스를 시작하지 못했습니다: " + home + " / The disk is full; the database could not start.";
        }
        return "내장 데이터베이스를 시작하지 못했습니다 (" + program + ", 종료 코드 " + exit + "). 기록: " + log() + " / "
                + "The embedded database did not start: " + why;
    }
}
