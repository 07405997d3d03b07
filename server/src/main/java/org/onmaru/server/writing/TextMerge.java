package org.onmaru.server.writing;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Brings two people's changes of one text together, word by word: what either inserted is there, what either deleted
/// is gone. Where both wrote at the same place both are there, the one that came first in front.
public final class TextMerge {

    private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);

    private TextMerge() {}

    /// @param base what mine was made from
    /// @param theirs what it is by now
    /// @param mine what it shall be
    public static String merge(String base, String theirs, String mine) {
        if (theirs.equals(base) || theirs.equals(mine)) {
            return mine;
        }
        if (mine.equals(base)) {
            return theirs;
        }
        if (base.isBlank()) {
            return both(theirs, mine);
        }
        var pieces = pieces(base);
        return joined(pieces, Change.between(pieces, pieces(theirs)), Change.between(pieces, pieces(mine)));
    }

    private static String both(String theirs, String mine) {
        if (theirs.isBlank()) {
            return mine;
        }
        return mine.isBlank() ? theirs : theirs + "\n" + mine;
    }

    private static String joined(List<String> base, Change theirs, Change mine) {
        var text = new StringBuilder();
        for (int gap = 0; gap <= base.size(); gap++) {
            var first = theirs.inserted.get(gap);
            first.forEach(piece -> append(text, piece));
            if (!mine.inserted.get(gap).equals(first)) {
                mine.inserted.get(gap).forEach(piece -> append(text, piece));
            }
            if (gap < base.size() && !theirs.deleted[gap] && !mine.deleted[gap]) {
                append(text, base.get(gap));
            }
        }
        return text.toString();
    }

    /// Two words that come to stand together stay two words.
    private static void append(StringBuilder text, String piece) {
        if (!text.isEmpty() && isWord(text.codePointBefore(text.length())) && isWord(piece.codePointAt(0))) {
            text.append(' ');
        }
        text.append(piece);
    }

    private static boolean isWord(int point) {
        return Character.isLetterOrDigit(point)
                || switch (Character.getType(point)) {
                    case Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }

    private static List<String> pieces(String text) {
        return PIECE.matcher(text).results().map(found -> found.group()).toList();
    }

    /// What one of them did.
    ///
    /// @param inserted before each piece of the base, and at its end
    private record Change(List<List<String>> inserted, boolean[] deleted) {

        private static Change between(List<String> base, List<String> now) {
            var inserted = new ArrayList<List<String>>();
            for (int gap = 0; gap <= base.size(); gap++) {
                inserted.add(new ArrayList<>());
            }
            var deleted = new boolean[base.size()];
            var patch = DiffUtils.diff(base, now, new MyersDiffWithLinearSpace<>());
            for (var delta : patch.getDeltas()) {
                int at = delta.getSource().getPosition();
                for (int i = 0; i < delta.getSource().size(); i++) {
                    deleted[at + i] = true;
                }
                inserted.get(at).addAll(delta.getTarget().getLines());
            }
            return new Change(inserted, deleted);
        }
    }
}
