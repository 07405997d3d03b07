package org.onmaru.server.city.directory;

/// A unit or a post is called something else, from some day.
public record NamesChanged() {}
