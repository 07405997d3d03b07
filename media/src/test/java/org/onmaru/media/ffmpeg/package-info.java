/// Tests of this package, with real codecs where it says so.
@NullMarked
package org.onmaru.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
