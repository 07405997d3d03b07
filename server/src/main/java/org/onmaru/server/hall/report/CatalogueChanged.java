package org.onmaru.server.hall.report;

/// Templates or metrics are others now; what citizens may know may be less than before.
public record CatalogueChanged() {}
