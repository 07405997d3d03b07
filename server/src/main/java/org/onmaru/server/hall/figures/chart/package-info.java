/// Draws charts: where everything stands, and the picture of it.
@NullMarked
package org.onmaru.server.hall.figures.chart;

import org.jspecify.annotations.NullMarked;
