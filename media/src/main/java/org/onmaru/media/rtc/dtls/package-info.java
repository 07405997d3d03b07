/// DTLS 1.2 with use_srtp (RFC 5764) by Bouncy Castle; always the client, for an SFU takes either role.
@NullMarked
package org.onmaru.media.rtc.dtls;

import org.jspecify.annotations.NullMarked;
