package org.onmaru.server.hall.minutes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What everybody signed; never changes.
///
/// @param reason why it follows the one before (정정); empty for the first
/// @param canonical the text that was hashed
/// @param finalAt when the last one signed
/// @param publication null while it is not public
public record MinutesVersion(
        int number,
        String reason,
        MinutesContent content,
        String canonical,
        String sha256,
        List<Signer> signatures,
        Instant finalAt,
        @Nullable Publication publication) {

    public MinutesVersion {
        signatures = List.copyOf(signatures);
    }

    /// @param withdrawn null while everybody may read it
    public record Publication(
            String by, Instant at, @Nullable Withdrawal withdrawn) {}

    /// @param reason why nobody may read it any more
    public record Withdrawal(String by, Instant at, String reason) {}

    /// Whether everybody may read it, unless a newer one is public.
    public boolean isPublic() {
        return publication != null && publication.withdrawn() == null;
    }
}
