package org.onmaru.server.hall.minutes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import org.onmaru.server.hall.meeting.MeetingId;

/// The text whose hash is signed: every field on a line of its own as `name=value`, in one order for good, with `\`
/// and line ends escaped, so that two minutes that say something different never have the same text. It is kept with
/// the version; whoever wants to check a signature needs nothing but SHA-256.
final class CanonicalForm {

    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder text = new StringBuilder("onmaru-minutes=1\n");

    private CanonicalForm() {}

    static String of(MeetingId meeting, int number, String reason, MinutesContent content) {
        var form = new CanonicalForm();
        form.line("meeting", meeting.value().toString());
        form.line("version", Integer.toString(number));
        form.line("reason", reason);
        form.line("name", content.name());
        form.line("body", content.body());
        form.line("started", content.started());
        form.line("ended", content.ended());
        form.line("place", content.place());
        form.lines("attendee", content.attendees());
        form.lines("observer", content.observers());
        form.lines("course", content.course());
        form.part(content.whole());
        content.items().forEach(form::part);
        return form.text.toString();
    }

    static String sha256(String text) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void part(MinutesContent.Part part) {
        line("item", part.key());
        line("title", part.title());
        line("open", Boolean.toString(part.open()));
        line("times", part.times());
        lines("turn", part.turns());
        lines("speech", part.speeches());
        lines("decision", part.decisions());
        lines("vote", part.votes());
    }

    private void lines(String name, List<String> values) {
        values.forEach(value -> line(name, value));
    }

    private void line(String name, String value) {
        text.append(name)
                .append('=')
                .append(Normalizer.normalize(value, Normalizer.Form.NFC)
                        .replace("\\", "\\\\")
                        .replace("\r", "\\r")
                        .replace("\n", "\\n"))
                .append('\n');
    }
}
