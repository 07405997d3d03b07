/// The session descriptions that an SFU and its peers exchange: read without trust, written by hand.
@NullMarked
package org.onmaru.media.rtc.sdp;

import org.jspecify.annotations.NullMarked;
