/// RTP and RTCP: packets, reordering, frames out of packets and packets out of frames, sender reports.
@NullMarked
package org.onmaru.media.rtc.rtp;

import org.jspecify.annotations.NullMarked;
