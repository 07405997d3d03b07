@NullMarked
package org.onmaru.server.hall.figures.chart;

import org.jspecify.annotations.NullMarked;
