package org.onmaru.server.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How to start one child.
///
/// @param name for threads and log lines, e.g. `sfu`
/// @param environment added to the server's own
/// @param directory working directory; must exist
/// @param urgent true for a child that is due every few milliseconds: it comes before others where the kernel allows it
public record ProcessRecipe(
        String name, List<String> command, Map<String, String> environment, Path directory, boolean urgent) {

    public ProcessRecipe {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
