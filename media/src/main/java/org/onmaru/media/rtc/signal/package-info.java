/// The SFU's signalling: protobuf messages over one WebSocket.
@NullMarked
package org.onmaru.media.rtc.signal;

import org.jspecify.annotations.NullMarked;
