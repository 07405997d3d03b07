package org.onmaru.server.hall.report;

import java.util.List;

/// What a unit is asked when there is a hazard.
///
/// @param metrics in the order of the form
public record Template(String key, String hazard, String ko, String en, List<Metric> metrics) {

    /// The one without figures.
    public static final String PLAIN = "plain";
}
