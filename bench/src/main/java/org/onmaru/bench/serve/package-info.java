/// A whole Onmaru of the bench's own, started and stopped like any other.
@NullMarked
package org.onmaru.bench.serve;

import org.jspecify.annotations.NullMarked;
