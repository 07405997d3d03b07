/// Judges pictures and sound by looking and listening.
@NullMarked
package org.onmaru.media.compose;

import org.jspecify.annotations.NullMarked;
