/// The names and the waiting rules of the live stream, which the studio's origin and the server's relay share.
@NullMarked
package org.onmaru.wire.live;

import org.jspecify.annotations.NullMarked;
