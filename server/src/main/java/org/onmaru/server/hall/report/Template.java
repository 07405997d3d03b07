package org.onmaru.server.hall.report;

import java.util.List;

/// What a unit is asked when there is a hazard.
///
/// @param metrics that it asks now, in the order of the form
/// @param retired whether it is no longer offered; reports that have it keep it
public record Template(String key, String hazard, String ko, String en, List<Metric> metrics, boolean retired) {

    /// The one without figures.
    public static final String PLAIN = "plain";
}
