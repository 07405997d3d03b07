/// SRTP and SRTCP with the JDK's ciphers: RFC 3711 AES-CM with HMAC-SHA1-80, RFC 7714 AES-128-GCM.
@NullMarked
package org.onmaru.media.rtc.srtp;

import org.jspecify.annotations.NullMarked;
