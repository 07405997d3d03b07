package org.onmaru.server.onair.room.sfu;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the SFU's program on this machine.
final class SfuBinary {

    private static final String NAME = "livekit-server";

    private SfuBinary() {}

    /// The program set by hand, by `ONMARU_SFU`, on the search path, or the newest in the tools' cache.
    static Optional<Path> find(@Nullable Path set, Map<String, String> environment) {
        if (set != null) {
            return Optional.of(set).filter(Files::isExecutable);
        }
        String named = environment.get("ONMARU_SFU");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return onPath(environment).or(() -> inCache(environment));
    }

    private static Optional<Path> onPath(Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory).resolve(NAME))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> inCache(Map<String, String> environment) {
        Path cache = cache(environment).resolve("onmaru");
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(cache)) {
            files.filter(file -> String.valueOf(file.getFileName()).startsWith(NAME))
                    .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                    .forEach(found::add);
        } catch (IOException e) {
            return Optional.empty(); // no cache yet
        }
        return found.stream().max(Comparator.comparingLong(file -> file.toFile().lastModified()));
    }

    private static Path cache(Map<String, String> environment) {
        String named = environment.get("XDG_CACHE_HOME");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")))
                .resolve(".cache");
    }
}
