/// The studio process: reads commands, runs one programme, reports.
@NullMarked
package org.onmaru.media.studio;

import org.jspecify.annotations.NullMarked;
