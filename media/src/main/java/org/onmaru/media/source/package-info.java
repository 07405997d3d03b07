/// From access units to pictures and sound on the programme's clock: decoding and playout.
@NullMarked
package org.onmaru.media.source;

import org.jspecify.annotations.NullMarked;
