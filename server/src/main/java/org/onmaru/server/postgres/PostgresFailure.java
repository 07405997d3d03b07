package org.onmaru.server.postgres;

import org.springframework.boot.ExitCodeGenerator;

/// The embedded database cannot run. The message is for the operator: Korean, then English.
public final class PostgresFailure extends RuntimeException implements ExitCodeGenerator {

    /// The data directory belongs to another running server.
    public static final int EXIT_IN_USE = 20;

    /// The database itself did not start.
    public static final int EXIT_NOT_STARTED = 21;

    /// The database kept dying while the server ran.
    public static final int EXIT_LOST = 22;

    private final int exitCode;

    public PostgresFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public PostgresFailure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
