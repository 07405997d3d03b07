/// One bundled WebRTC transport over one UDP socket, and the thread that serves all of them.
@NullMarked
package org.onmaru.media.rtc.transport;

import org.jspecify.annotations.NullMarked;
