package org.onmaru.server.startup;

import org.springframework.boot.ExitCodeGenerator;

/// The options make no sense together; the message says which, Korean first.
final class StartRefused extends RuntimeException implements ExitCodeGenerator {

    StartRefused(String message) {
        super(message);
    }

    @Override
    public int getExitCode() {
        return 22;
    }
}
