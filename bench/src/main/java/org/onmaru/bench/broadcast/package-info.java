/// The broadcast bench: what one programme costs and how late citizens see it.
@NullMarked
package org.onmaru.bench.broadcast;

import org.jspecify.annotations.NullMarked;
