package org.onmaru.server.hall.directive.capture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitNames;

/// Every name by which a unit can be meant on one day.
final class UnitIndex {

    /// Words for many units at once. The city does not direct an outside agency.
    private static final Map<String, Boolean> ALL_OR_TOWNS = allOrTowns();

    private final List<UnitNames> existing;
    private final List<Name> names;
    private final List<UnitNames> all;
    private final LocalDate day;

    /// @param text as it may be written
    /// @param rank what is meant first when a name was given twice
    record Name(String text, Rank rank, List<UnitNames> units) {}

    enum Rank {
        CURRENT,
        FORMER,
        ENDED
    }

    UnitIndex(List<UnitNames> all, LocalDate day) {
        this.all = all;
        this.day = day;
        this.existing = all.stream().filter(unit -> unit.existsOn(day)).toList();
        var byName = new LinkedHashMap<Map.Entry<String, Rank>, List<UnitNames>>();
        ALL_OR_TOWNS.forEach((word, towns) -> byName.put(Map.entry(word, Rank.CURRENT), new ArrayList<>(many(towns))));
        for (var unit : all) {
            boolean ended = unit.span().endsBefore(day);
            if (!ended && !unit.existsOn(day)) {
                continue; // nobody can mean what is not there yet
            }
            var current = unit.on(day).name();
            var seen = new HashSet<String>();
            for (var name : unit.names()) {
                if (!name.from().isAfter(day) && seen.add(name.name())) {
                    var rank = ended ? Rank.ENDED : name.name().equals(current) ? Rank.CURRENT : Rank.FORMER;
                    byName.computeIfAbsent(Map.entry(name.name(), rank), _ -> new ArrayList<>())
                            .add(unit);
                }
            }
        }
        names = byName.entrySet().stream()
                .map(entry -> new Name(entry.getKey().getKey(), entry.getKey().getValue(), entry.getValue()))
                .sorted(Comparator.comparingInt((Name name) -> -name.text().length())
                        .thenComparing(Name::rank)
                        .thenComparing(Name::text))
                .toList();
    }

    /// The longest first, then by rank.
    List<Name> names() {
        return names;
    }

    static boolean meansMany(Name name) {
        return ALL_OR_TOWNS.containsKey(name.text());
    }

    Owner owner(UnitNames unit, Name by) {
        var now = unit.on(day).name();
        return new Owner(unit.id(), now, by.rank() == Rank.FORMER ? by.text() : null);
    }

    Doubt ended(UnitNames unit) {
        var lastDay = unit.until();
        if (lastDay == null) {
            throw new IllegalArgumentException("the unit goes on");
        }
        return Doubt.endedUnit(unit, lastDay, all);
    }

    /// Names of existing units like the written one, the nearest first.
    List<String> near(String written) {
        if (written.isEmpty()) {
            return List.of();
        }
        return existing.stream()
                .map(unit -> unit.on(day).name())
                .filter(name -> isLike(name, written))
                .sorted(Comparator.comparingInt(name -> distance(name, written)))
                .limit(Doubt.MOST_NEAR)
                .toList();
    }

    private static boolean isLike(String name, String written) {
        return name.contains(written)
                || written.contains(name)
                || distance(name, written) <= Math.max(1, Math.min(name.length(), written.length()) / 2);
    }

    /// How many letters have to be changed, added or left out.
    private static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(same, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[b.length()];
    }

    private List<UnitNames> many(boolean towns) {
        return existing.stream()
                .filter(unit -> towns ? unit.kind() == Unit.Kind.TOWN : unit.kind() != Unit.Kind.AGENCY)
                .toList();
    }

    private static Map<String, Boolean> allOrTowns() {
        var words = new LinkedHashMap<String, Boolean>();
        for (var many : List.of("전", "모든", "각")) {
            words.put(many + " 부서", false);
            words.put(many + " 읍면동", true);
            words.put(many + " 읍·면·동", true);
        }
        words.put("전체", false);
        words.put("읍면동 전체", true);
        words.put("전체 읍면동", true);
        return words;
    }
}
