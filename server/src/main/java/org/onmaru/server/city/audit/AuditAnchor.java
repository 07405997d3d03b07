package org.onmaru.server.city.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Writes the newest hash down beside the database now and then: whoever rewrites the whole chain, or cuts its end off,
/// would have to find every copy of this file too.
@Component
class AuditAnchor {

    private static final HexFormat HEX = HexFormat.of();

    private final AuditStore store;
    private final Path file;
    private final Clock clock;

    AuditAnchor(AuditStore store, DataDirectory data, Clock clock) {
        this.store = store;
        this.file = data.path().resolve("audit-heads.txt");
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void write() {
        var heads = read();
        long written = heads.isEmpty() ? 0 : heads.lastKey();
        store.newest().filter(kept -> kept.entry().number() > written).ifPresent(this::append);
    }

    private void append(AuditStore.Kept head) {
        var line = head.entry().number() + " " + HEX.formatHex(head.hash()) + " " + clock.instant() + "\n";
        try {
            Files.writeString(
                    file,
                    line,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Number and hash of every head that was written down; a line cut off by a power failure does not count.
    SortedMap<Long, byte[]> read() {
        var heads = new TreeMap<Long, byte[]>();
        try {
            if (Files.exists(file)) {
                for (var line : Files.readAllLines(file)) {
                    var fields = line.split(" ", 3);
                    if (fields.length == 3 && fields[1].length() == 64) {
                        heads.put(Long.parseLong(fields[0]), HEX.parseHex(fields[1]));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heads;
    }
}
