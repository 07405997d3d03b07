package org.onmaru.server.open.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Scope;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.onair.recording.Recordings;
import org.onmaru.server.open.archive.index.Found;
import org.onmaru.server.open.archive.index.Kind;
import org.onmaru.server.open.archive.index.Question;
import org.onmaru.server.open.archive.index.Readers;
import org.springframework.stereotype.Component;

/// Searches the archive for somebody: says what they may find, and where in a recording it is.
@Component
public class ArchiveSearch {

    private final ArchiveKeeper keeper;
    private final Access access;
    private final People people;
    private final SeriesBook series;
    private final Recordings recordings;
    private final Audit audit;

    ArchiveSearch(
            ArchiveKeeper keeper, Access access, People people, SeriesBook series, Recordings recordings, Audit audit) {
        this.keeper = keeper;
        this.access = access;
        this.people = people;
        this.series = series;
        this.recordings = recordings;
        this.audit = audit;
    }

    private record MinutesFound(String words, Set<UUID> meetings) {}

    /// What everybody may find.
    public static Set<String> everybody() {
        return Set.of(Readers.EVERYBODY);
    }

    /// What the city's people may find: what was released, what is internal to the series they belong to, and what is
    /// their unit's. A guest, whatever their role in their meeting, has nothing here.
    ///
    /// @throws Denied when whoever asks is no person
    public Set<String> readers() {
        if (!(access.current() instanceof Actor.Person person)) {
            throw new Denied(access.current(), Permission.SEE_INTERNAL);
        }
        var readers = new HashSet<>(everybody());
        series.all().stream()
                .map(one -> one.id().value())
                .filter(id -> access.permissions(person, Scope.series(id)).contains(Permission.SEE_INTERNAL))
                .map(Readers::ofSeries)
                .forEach(readers::add);
        people.find(person.id()).stream()
                .flatMap(account -> account.held().stream())
                .map(held -> Readers.ofUnit(held.post().unit().value()))
                .forEach(readers::add);
        return readers;
    }

    /// Whoever reads minutes that are not public is in the audit, here too (공공기록물 관리에 관한 법률 시행령 §28③).
    public Found find(Question question) {
        var found = search(question);
        var minutes = found.hits().stream()
                .filter(hit -> hit.kind() == Kind.MINUTES && !hit.released())
                .map(hit -> hit.sitting().meeting())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!minutes.isEmpty()) {
            audit.changed("minutes.found", Subject.city(), null, new MinutesFound(question.words(), minutes));
        }
        return found;
    }

    private Found search(Question question) {
        try {
            return keeper.index().search(question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalStateException closed) { // it broke, or the server stops
            throw ArchiveKeeper.preparing();
        }
    }

    /// Where the hits are in the recordings of their meetings, milliseconds; those that are in none are missing.
    public Map<Found.Hit, Long> moments(List<Found.Hit> hits) {
        var stretches = recordings.stretches(hits.stream()
                .filter(hit -> hit.at() != null)
                .map(hit -> new MeetingId(hit.sitting().meeting()))
                .collect(Collectors.toSet()));
        return hits.stream()
                .distinct()
                .flatMap(hit -> {
                    Instant at = hit.at();
                    var recorded = stretches.get(new MeetingId(hit.sitting().meeting()));
                    return at == null || recorded == null
                            ? Stream.empty()
                            : recorded.offset(at).stream().map(offset -> Map.entry(hit, offset));
                })
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
