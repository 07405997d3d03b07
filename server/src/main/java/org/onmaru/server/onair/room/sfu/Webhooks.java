package org.onmaru.server.onair.room.sfu;

import io.livekit.server.WebhookReceiver;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the SFU's reports. A report is believed only with the SFU's signature over exactly this body.
public final class Webhooks {

    private static final Logger log = LoggerFactory.getLogger(Webhooks.class);

    private Webhooks() {}

    /// What a report is about.
    public sealed interface Report {
        /// Something happened in this room.
        record About(String room) implements Report {}

        /// Signed, but not about a room.
        record Other() implements Report {}

        /// Not signed by the SFU.
        record Forged() implements Report {}
    }

    public static Report read(SfuKey key, String body, String signature) {
        try {
            var event = new WebhookReceiver(key.key(), key.secret()).receive(body, signature);
            return Optional.of(event.getRoom().getName())
                    .filter(name -> !name.isEmpty())
                    .<Report>map(Report.About::new)
                    .orElseGet(Report.Other::new);
        } catch (Exception e) { // the receiver throws checked exceptions it does not declare
            log.warn("a report to the SFU's address was refused: {}", e.getMessage());
            return new Report.Forged();
        }
    }
}
