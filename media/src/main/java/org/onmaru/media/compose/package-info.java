/// Pixels and samples: tiles into one picture, voices into one sound.
@NullMarked
package org.onmaru.media.compose;

import org.jspecify.annotations.NullMarked;
