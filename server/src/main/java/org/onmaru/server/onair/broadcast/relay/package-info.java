/// The collapsing relay: one feed per programme from the studio's origin, everybody else from memory.
@NullMarked
package org.onmaru.server.onair.broadcast.relay;

import org.jspecify.annotations.NullMarked;
