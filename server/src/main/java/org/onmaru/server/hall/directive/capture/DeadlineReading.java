package org.onmaru.server.hall.directive.capture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds until when something is to be done: the last day followed by `까지` or the like, or else a date at the very
/// end. Other dates stay what they are, words of the sentence.
final class DeadlineReading {

    private DeadlineReading() {}

    /// @param from where its words begin, `to` where they end
    /// @param cuts false when the words say more than the day, such as the hour, and stay in the sentence
    /// @param date null when there is no such day
    record Deadline(
            int from,
            int to,
            boolean cuts,
            String words,
            @Nullable LocalDate date) {}

    /// @param from where it begins, `to` where it ends
    /// @param until whether a word says that it is the last day
    private record Candidate(
            int from,
            int to,
            boolean until,
            boolean whole,
            @Nullable LocalDate date) {}

    static @Nullable Deadline of(String text, LocalDate day) {
        var found = candidates(text, day);
        for (var candidate : found.reversed()) {
            if (candidate.until) {
                return deadline(text, candidate);
            }
        }
        if (found.isEmpty()) {
            return null;
        }
        var last = found.getLast();
        return last.date != null && isEnd(text, last.to) ? deadline(text, last) : null;
    }

    /// In their order; of two that share letters the one that begins first, or is longer.
    private static List<Candidate> candidates(String text, LocalDate day) {
        var all = new ArrayList<Candidate>();
        for (var form : DateForm.ALL) {
            var match = form.pattern().matcher(text);
            while (match.find()) {
                boolean until = form.saysUntil(match);
                if (until || form.standsAlone(match)) {
                    var date = form.date(match, day);
                    if (date != null || !form.isLoose(match)) {
                        all.add(new Candidate(match.start(), match.end(), until, !form.saysHour(match), date));
                    }
                }
            }
        }
        all.sort(Comparator.comparingInt(Candidate::from)
                .thenComparing(Candidate::to, Comparator.reverseOrder())
                .thenComparing(candidate -> candidate.date == null));
        var apart = new ArrayList<Candidate>();
        for (var candidate : all) {
            if (apart.isEmpty() || candidate.from >= apart.getLast().to) {
                apart.add(candidate);
            }
        }
        return apart;
    }

    private static boolean isEnd(String text, int to) {
        return text.substring(to).chars().allMatch(letter -> " .)!".indexOf(letter) >= 0);
    }

    private static Deadline deadline(String text, Candidate found) {
        int from = found.from;
        int to = found.to;
        boolean range = from > 0 && DateForm.TILDES.indexOf(text.charAt(from - 1)) >= 0;
        var words = text.substring(from, to).strip();
        if (from > 0 && to < text.length() && text.charAt(from - 1) == '(' && text.charAt(to) == ')') {
            from--;
            to++;
        }
        return new Deadline(from, to, found.whole && !range, words, found.date);
    }
}
