package org.onmaru.server.hall.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was filed; never changes.
///
/// @param messageId of this version alone
/// @param precedingMessageId of the unit's report before, so that days are linked; null for the first there is
/// @param late filed after the cut-off, therefore an addendum (추가 보고)
/// @param reason why it replaces the version before; empty for the first
/// @param filedAt by the server's clock
public record Version(
        ReportId report,
        int number,
        UUID messageId,
        @Nullable UUID precedingMessageId,
        Purpose purpose,
        boolean late,
        boolean nil,
        String reason,
        Instant filedAt,
        String by) {

    public enum Purpose {
        INITIAL,
        UPDATE,
        FINAL
    }
}
