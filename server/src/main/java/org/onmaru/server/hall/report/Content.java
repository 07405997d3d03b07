package org.onmaru.server.hall.report;

import java.util.Comparator;
import java.util.List;
import org.onmaru.server.city.attachment.Attachment;

/// What a version says; the words of severity, urgency and confidence are those of EDXL-SitRep 1.0.
///
/// @param templates keys of what was asked
/// @param situation 특이사항
/// @param needs what the unit asks for, one line each
/// @param practices what worked and may spread, one line each
/// @param nil 특이사항 없음: nothing happened since the report before
public record Content(
        List<String> templates,
        List<Figure> figures,
        String situation,
        List<String> needs,
        List<String> practices,
        Severity severity,
        Urgency urgency,
        Confidence confidence,
        boolean nil,
        List<Attachment> attachments) {

    /// The same, whatever the order of forms is: what two reports say is compared by it.
    Content inOneOrder() {
        return new Content(
                templates.stream().sorted().toList(),
                figures.stream().sorted(Comparator.comparing(Figure::metric)).toList(),
                situation,
                needs,
                practices,
                severity,
                urgency,
                confidence,
                nil,
                attachments);
    }

    public enum Severity {
        EXTREME,
        SEVERE,
        MODERATE,
        MINOR,
        UNKNOWN
    }

    public enum Urgency {
        IMMEDIATE,
        EXPECTED,
        FUTURE,
        PAST,
        UNKNOWN
    }

    public enum Confidence {
        HIGHLY_CONFIDENT,
        SOMEWHAT_CONFIDENT,
        UNSURE,
        NO_CONFIDENCE
    }
}
