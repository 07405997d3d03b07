package org.onmaru.server.hall.directive.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.directory.UnitNames;

/// The first run of `@name`s of a text: usually at its head, each with whatever particle follows it. An `@` within a
/// word, as in a mail address, is none.
final class Mentions {

    /// `@강천면장님께서는`: who heads the unit stands for it.
    private static final Pattern TAIL =
            Pattern.compile("(?:장님|장)?(?:에서는|에서|에게|에는|에도|에|은|는|이|가|께서는|께서|께|도|과|와|의|으로|로)?(?![\\p{L}\\p{N}])");

    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、·]*(?:(?:및|그리고|와|과)\\s+)?");
    private static final Pattern UNKNOWN = Pattern.compile("[^\\s,，、·@＠:]*");

    /// Longer than any name is.
    private static final int MOST_UNKNOWN = 40;

    private final String text;
    private final UnitIndex index;
    private final Map<UnitId, Owner> owners = new LinkedHashMap<>();
    private final List<Doubt> doubts = new ArrayList<>();

    Mentions(String text, UnitIndex index) {
        this.text = text;
        this.index = index;
    }

    /// @param from where the run begins, `to` where it ends; both zero when there is none
    record Run(int from, int to, List<Owner> owners, List<Doubt> doubts) {}

    /// To be called once.
    Run read() {
        int from = first();
        if (from < 0) {
            return new Run(0, 0, List.of(), List.of(Doubt.noOwner()));
        }
        int end = from;
        int at = from;
        while (at < text.length() && isAt(text.charAt(at))) {
            end = one(at + 1);
            var between = BETWEEN.matcher(text).region(end, text.length());
            at = between.lookingAt() ? between.end() : end;
        }
        if (owners.isEmpty() && doubts.isEmpty()) {
            doubts.add(Doubt.noOwner());
        }
        return new Run(from, end, List.copyOf(owners.values()), List.copyOf(doubts));
    }

    private int first() {
        for (int i = 0; i < text.length(); i++) {
            if (isAt(text.charAt(i)) && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAt(char letter) {
        return letter == '@' || letter == '＠';
    }

    /// Reads one name; answers where it ends.
    private int one(int start) {
        int at = start;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        for (var name : index.names()) {
            int end = end(name.text(), at);
            if (end >= 0) {
                var tail = TAIL.matcher(text).region(end, text.length());
                if (tail.lookingAt()) {
                    take(name);
                    return tail.end();
                }
            }
        }
        var unknown = UNKNOWN.matcher(text).region(at, Math.min(text.length(), at + MOST_UNKNOWN));
        int end = unknown.lookingAt() ? unknown.end() : at;
        if (end > at) {
            var written = text.substring(at, end);
            doubts.add(Doubt.unknownUnit(written, index.near(written)));
        }
        return end;
    }

    private void take(UnitIndex.Name name) {
        var units = name.units();
        if (name.rank() == UnitIndex.Rank.ENDED) {
            doubts.add(index.ended(units.getLast()));
        } else if (units.size() > 1 && !UnitIndex.meansMany(name)) {
            doubts.add(Doubt.ambiguousUnit(
                    name.text(),
                    units.stream().map(unit -> index.owner(unit, name).name()).toList()));
        } else {
            units.forEach(unit -> add(unit, name));
        }
    }

    private void add(UnitNames unit, UnitIndex.Name name) {
        owners.putIfAbsent(unit.id(), index.owner(unit, name));
    }

    /// Where the name ends when it stands there, its spaces written or not; -1 when it does not.
    private int end(String name, int start) {
        int at = start;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter == ' ') {
                while (at < text.length() && text.charAt(at) == ' ') {
                    at++;
                }
            } else if (at < text.length() && Character.toLowerCase(text.charAt(at)) == Character.toLowerCase(letter)) {
                at++;
            } else {
                return -1;
            }
        }
        return at;
    }
}
