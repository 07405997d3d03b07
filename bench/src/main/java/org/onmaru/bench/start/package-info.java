/// The start bench: how long a city waits from the command to the page.
@NullMarked
package org.onmaru.bench.start;

import org.jspecify.annotations.NullMarked;
