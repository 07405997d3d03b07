/// Values that travel through the studio: encoded access units, pictures, sound.
@NullMarked
package org.onmaru.media.frame;

import org.jspecify.annotations.NullMarked;
