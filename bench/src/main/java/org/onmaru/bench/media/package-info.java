/// Simulated attendees: what each one shows and sounds like, and its pre-encoded loop.
@NullMarked
package org.onmaru.bench.media;

import org.jspecify.annotations.NullMarked;
