/// Looks at pictures and listens to sound: whose they are, how old they are, and how that is distributed.
@NullMarked
package org.onmaru.bench.judge;

import org.jspecify.annotations.NullMarked;
