package org.onmaru.server.hall.series;

/// A series has another name, hour or length from now on.
public record SeriesChanged(Series series) {}
