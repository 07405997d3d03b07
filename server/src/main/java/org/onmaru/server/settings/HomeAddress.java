package org.onmaru.server.settings;

/// How browsers reach this server, for links that nobody's request asked for.
public interface HomeAddress {

    /// Without a path; as the operator said, else on this very machine.
    String url();
}
