/// Where packets of the one encode go besides LL-HLS: the recording.
@NullMarked
package org.onmaru.media.sink;

import org.jspecify.annotations.NullMarked;
