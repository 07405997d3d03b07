/// STUN messages and the little of ICE that a peer of an SFU needs: one candidate pair at a time, consent.
@NullMarked
package org.onmaru.media.rtc.ice;

import org.jspecify.annotations.NullMarked;
