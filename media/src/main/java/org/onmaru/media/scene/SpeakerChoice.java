package org.onmaru.media.scene;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is the current speaker. A new voice must lead for a second and a half before the picture follows it, so that a
/// cough does not cut. Nobody speaking changes nothing. One thread at a time.
public final class SpeakerChoice {

    /// How long somebody must lead.
    public static final long LEAD_NANOS = 1_500_000_000L;

    private @Nullable String current;
    private boolean given;
    private @Nullable String rival;
    private long rivalSince;

    /// Somebody has been given the floor: nobody is the speaker any more, and whoever becomes it must lead first.
    public void giveFloor() {
        current = null;
        rival = null;
        given = true;
    }

    /// @param loudestFirst identities that speak now
    /// @param present identities in the room, in seat order
    /// @return the current speaker; null when nobody has spoken yet or they left and nobody speaks
    public @Nullable String choose(List<String> loudestFirst, List<String> present, long nowNanos) {
        if (current != null && !present.contains(current)) {
            current = null;
        }
        String leader = leader(loudestFirst, present);
        if (leader == null || leader.equals(current)) {
            rival = null;
        } else if (current == null && !given) {
            current = leader;
            rival = null;
        } else if (!leader.equals(rival)) {
            rival = leader;
            rivalSince = nowNanos;
        } else if (nowNanos - rivalSince >= LEAD_NANOS) {
            current = leader;
            rival = null;
            given = false;
        }
        return current;
    }

    private static @Nullable String leader(List<String> loudestFirst, List<String> present) {
        for (String identity : loudestFirst) {
            if (present.contains(identity)) {
                return identity;
            }
        }
        return null;
    }
}
