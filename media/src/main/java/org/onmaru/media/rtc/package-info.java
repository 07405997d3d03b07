/// WebRTC without libwebrtc: ICE, DTLS, SRTP, RTP and the SFU's signalling, in pure Java; subscriber and attendee.
@NullMarked
package org.onmaru.media.rtc;

import org.jspecify.annotations.NullMarked;
