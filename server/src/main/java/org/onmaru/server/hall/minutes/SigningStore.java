package org.onmaru.server.hall.minutes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Who signs, and what everybody signed, in the database; versions are added and never changed.
@Component
class SigningStore {

    private static final String VERSIONS = """
            SELECT v.*, p.by_name AS published_by, p.at AS published_at, w.by_name AS withdrawn_by,
                   w.at AS withdrawn_at, w.reason AS withdrawn_because
            FROM minutes_version v
            LEFT JOIN minutes_publication p USING (meeting_id, number)
            LEFT JOIN minutes_withdrawal w USING (meeting_id, number)
            WHERE v.meeting_id = ?""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SigningStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Signer> signers(MeetingId meeting) {
        return jdbc.sql("SELECT * FROM minutes_signer WHERE meeting_id = ? ORDER BY place")
                .param(meeting.value())
                .query(SigningStore::signer)
                .list();
    }

    void name(MeetingId meeting, List<Signer> signers) {
        forget(meeting);
        for (int place = 0; place < signers.size(); place++) {
            var signer = signers.get(place);
            jdbc.sql("INSERT INTO minutes_signer VALUES (?, ?, ?, ?, ?, ?)")
                    .params(
                            meeting.value(),
                            signer.person().value(),
                            place,
                            signer.kind().name(),
                            signer.name(),
                            signer.post())
                    .update();
        }
    }

    void sign(MeetingId meeting, PersonId person, Instant at, String sha256) {
        jdbc.sql("UPDATE minutes_signer SET signed_at = ?, sha256 = ? WHERE meeting_id = ? AND person_id = ?")
                .params(Timestamp.from(at), sha256, meeting.value(), person.value())
                .update();
    }

    void forget(MeetingId meeting) {
        jdbc.sql("DELETE FROM minutes_signer WHERE meeting_id = ?")
                .param(meeting.value())
                .update();
    }

    void insert(Minutes now, Minutes.Sealed sealed, List<Signer> signatures, Instant at) {
        jdbc.sql("INSERT INTO minutes_version VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(now.meeting().value())
                .param(now.number())
                .param(now.reason())
                .param(json.writeValueAsString(sealed.content()))
                .param(sealed.canonical())
                .param(sealed.sha256())
                .param(json.writeValueAsString(signatures))
                .param(Timestamp.from(at))
                .update();
    }

    void publish(Minutes now, Actor.Person by, Instant at) {
        jdbc.sql("INSERT INTO minutes_publication VALUES (?, ?, ?, ?, ?)")
                .params(now.meeting().value(), now.number(), by.id().value(), by.name(), Timestamp.from(at))
                .update();
    }

    void withdraw(MeetingId meeting, int number, Actor.Person by, Instant at, String reason) {
        jdbc.sql("INSERT INTO minutes_withdrawal VALUES (?, ?, ?, ?, ?, ?)")
                .params(meeting.value(), number, by.id().value(), by.name(), Timestamp.from(at), reason)
                .update();
    }

    /// Oldest first.
    List<MinutesVersion> versions(MeetingId meeting) {
        return jdbc.sql(VERSIONS + " ORDER BY v.number")
                .param(meeting.value())
                .query((row, _) -> version(row))
                .list();
    }

    /// The newest that was published, unless it was withdrawn: nobody is led back to an older one.
    Optional<MinutesVersion> published(MeetingId meeting) {
        return jdbc.sql(VERSIONS + " AND p.at IS NOT NULL ORDER BY v.number DESC LIMIT 1")
                .param(meeting.value())
                .query((row, _) -> version(row))
                .optional()
                .filter(MinutesVersion::isPublic);
    }

    private static Signer signer(ResultSet row, int number) throws SQLException {
        return new Signer(
                new PersonId(row.getObject("person_id", UUID.class)),
                Signer.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("post"),
                instant(row, "signed_at"),
                row.getString("sha256"));
    }

    private MinutesVersion version(ResultSet row) throws SQLException {
        var publishedAt = instant(row, "published_at");
        return new MinutesVersion(
                row.getInt("number"),
                row.getString("reason"),
                json.readValue(row.getString("content"), MinutesContent.class),
                row.getString("canonical"),
                row.getString("sha256"),
                Arrays.asList(json.readValue(row.getString("signatures"), Signer[].class)),
                Objects.requireNonNull(instant(row, "final_at")),
                publishedAt == null
                        ? null
                        : new MinutesVersion.Publication(row.getString("published_by"), publishedAt, withdrawal(row)));
    }

    private static MinutesVersion.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        var at = instant(row, "withdrawn_at");
        return at == null
                ? null
                : new MinutesVersion.Withdrawal(row.getString("withdrawn_by"), at, row.getString("withdrawn_because"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
