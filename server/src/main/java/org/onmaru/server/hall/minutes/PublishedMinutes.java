package org.onmaru.server.hall.minutes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onmaru.server.hall.meeting.MeetingId;

/// The door to what everybody may read of minutes: the newest version that was published, without internal items.
public interface PublishedMinutes {

    /// Empty while none was published.
    Optional<Published> of(MeetingId meeting);

    /// @param version from 1
    /// @param reason why it replaces the one before (정정); empty for the first
    /// @param content without internal items
    record Published(
            int version,
            String reason,
            Instant publishedAt,
            MinutesContent content,
            List<MinutesOutline.OutlineLine> outline,
            List<MinutesSignature> signatures) {}

    record MinutesSignature(Signer.Kind kind, String post, String name, Instant at) {}
}
