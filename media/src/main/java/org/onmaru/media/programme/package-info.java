/// The output clock, the gate and the lease: one programme from first frame to last.
@NullMarked
package org.onmaru.media.programme;

import org.jspecify.annotations.NullMarked;
