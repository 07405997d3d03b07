package org.onmaru.server.open.archive.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How far an index is: of which database it holds everything up to where.
///
/// @param database identifies the database
/// @param seen the first transaction whose changes may be missing
public record Standing(String database, String seen) {

    /// Grows with every change of what is indexed or how: an index of another version is made anew.
    private static final String FORMAT = "1";

    Map<String, String> written() {
        return Map.of("format", FORMAT, "database", database, "seen", seen);
    }

    /// Empty when what was written is of another version.
    static Optional<Standing> read(Iterable<Map.Entry<String, String>> entries) {
        var written = new HashMap<String, String>();
        entries.forEach(entry -> written.put(entry.getKey(), entry.getValue()));
        var database = written.get("database");
        var seen = written.get("seen");
        return FORMAT.equals(written.get("format")) && database != null && seen != null
                ? Optional.of(new Standing(database, seen))
                : Optional.empty();
    }
}
