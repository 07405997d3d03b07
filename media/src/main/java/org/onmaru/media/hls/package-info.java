/// LL-HLS: packager, journal and origin.
@NullMarked
package org.onmaru.media.hls;

import org.jspecify.annotations.NullMarked;
