package org.onmaru.server.hall.directive.capture;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.onmaru.server.city.directory.UnitNames;

/// Reads one line: whom it speaks to (`@강천면`, `@강천면 @북내면`, `@전 읍면동`), what is to be done, and until when.
///
/// Pure, and total: whatever is written gives an answer, with doubts where something is not clear. The words of the
/// sentence stay as they were written.
public final class CaptureLine {

    private static final Pattern EDGES = Pattern.compile("^[\\s,:;·]+|[\\s,:;·]+$");
    private static final int FAR_MONTHS = 6;

    private CaptureLine() {}

    /// @param day the meeting's
    /// @param units all there ever were, in seat order
    public static Understood read(String line, LocalDate day, List<UnitNames> units) {
        var text = Normalizer.normalize(line, Normalizer.Form.NFC).strip();
        var doubts = new ArrayList<Doubt>();
        var mentions = new Mentions(text, new UnitIndex(units, day)).read();
        doubts.addAll(mentions.doubts());
        var rest = cut(text, mentions.from(), mentions.to());
        var deadline = DeadlineReading.of(rest, day);
        var sentence = rest;
        LocalDate due = null;
        String words = null;
        if (deadline != null) {
            words = deadline.words();
            due = deadline.date();
            if (due == null) {
                doubts.add(Doubt.notADate(words));
            } else if (due.isBefore(day)) {
                doubts.add(Doubt.pastDue(due, day));
            } else if (due.isAfter(day.plusMonths(FAR_MONTHS))) {
                doubts.add(Doubt.farDue(due));
            }
            if (deadline.cuts()) {
                sentence = cut(rest, deadline.from(), deadline.to());
            }
        }
        sentence = EDGES.matcher(sentence).replaceAll("");
        if (sentence.isBlank()) {
            doubts.add(Doubt.noSentence());
        }
        return new Understood(mentions.owners(), sentence, due, words, List.copyOf(doubts));
    }

    /// The text without that region, its two halves with one space between them.
    private static String cut(String text, int from, int to) {
        if (from == to) {
            return text;
        }
        var left = text.substring(0, from).stripTrailing();
        var right = text.substring(to).stripLeading();
        boolean apart = !left.isEmpty() && !right.isEmpty() && ",.)!?".indexOf(right.charAt(0)) < 0;
        return apart ? left + " " + right : left + right;
    }
}
