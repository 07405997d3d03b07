package org.onmaru.server.city.directory;

import java.time.LocalDate;

/// A post got a last day. Whoever keeps something of the post ends it by then, or refuses with a problem.
public record PostEnded(PostId post, LocalDate lastDay) {}
