package org.onmaru.server.open.archive.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Weight;

/// Which letters of a passage are what was looked for: read from the index itself, so that a mark is where the query
/// found something and nowhere else.
final class Marks {

    /// Letters that are shown of a long text, and of these before the first mark.
    private static final int SHOWN = 240;

    private static final int BEFORE = 60;

    private final BitSet text;
    private final BitSet around;

    private Marks(BitSet text, BitSet around) {
        this.text = text;
        this.around = around;
    }

    /// @param words weighs what was typed; without the rest of the question
    /// @param document number within the leaf
    static Marks of(Weight words, LeafReaderContext leaf, int document) throws IOException {
        var text = new BitSet();
        var around = new BitSet();
        var matches = words.matches(leaf, document);
        if (matches != null) {
            for (var field : matches) {
                var letters = field.equals(Fields.TEXT) || field.equals(Fields.TEXT_PAIRS) ? text : around;
                var match = matches.getMatches(field);
                while (match != null && match.next()) {
                    if (match.startOffset() >= 0) {
                        letters.set(match.startOffset(), match.endOffset());
                    }
                }
            }
        }
        return new Marks(text, around);
    }

    List<Found.Segment> heading(String heading) {
        return segments(heading, around, 0, heading.length());
    }

    /// Of a long text the part around the first mark, with … where something is left out.
    List<Found.Segment> text(String whole) {
        if (whole.length() <= SHOWN) {
            return segments(whole, text, 0, whole.length());
        }
        int first = Math.max(0, text.nextSetBit(0));
        int from = border(whole, Math.clamp(first - (long) BEFORE, 0, whole.length() - SHOWN));
        int to = border(whole, from + SHOWN);
        var segments = new ArrayList<Found.Segment>();
        if (from > 0) {
            segments.add(new Found.Segment("…", false));
        }
        segments.addAll(segments(whole, text, from, to));
        if (to < whole.length()) {
            segments.add(new Found.Segment("…", false));
        }
        return List.copyOf(segments);
    }

    /// Never between the two halves of one character.
    private static int border(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static List<Found.Segment> segments(String text, BitSet marked, int from, int to) {
        var segments = new ArrayList<Found.Segment>();
        for (int at = from; at < to; ) {
            boolean mark = marked.get(at);
            int change = mark ? marked.nextClearBit(at) : marked.nextSetBit(at);
            int end = change < 0 ? to : Math.min(change, to);
            segments.add(new Found.Segment(text.substring(at, end), mark));
            at = end;
        }
        return List.copyOf(segments);
    }
}
