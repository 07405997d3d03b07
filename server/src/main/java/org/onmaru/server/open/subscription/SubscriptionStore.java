package org.onmaru.server.open.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.push.Language;
import org.onmaru.server.city.push.PushAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Citizens' browsers in the database.
@Component
class SubscriptionStore {

    private final JdbcClient jdbc;

    SubscriptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM subscription").query(Long.class).single();
    }

    /// This too from now on.
    ///
    /// @param series null for all
    @Transactional
    Wanted add(PushAddress address, Language language, @Nullable UUID series) {
        jdbc.sql("""
                INSERT INTO subscription VALUES (:id, :endpoint, :p256dh, :auth, :language, :every, :series)
                ON CONFLICT (endpoint) DO UPDATE SET
                    p256dh = excluded.p256dh, auth = excluded.auth, language = excluded.language,
                    every_series = subscription.every_series OR excluded.every_series,
                    series_ids = CASE WHEN subscription.series_ids @> excluded.series_ids THEN subscription.series_ids
                        ELSE subscription.series_ids || excluded.series_ids END""")
                .param("id", UUID.randomUUID())
                .param("endpoint", address.endpoint())
                .param("p256dh", address.p256dh())
                .param("auth", address.auth())
                .param("language", language.name())
                .param("every", series == null)
                .param("series", series == null ? new UUID[0] : new UUID[] {series})
                .update();
        return find(address.endpoint()).orElseThrow();
    }

    /// This no more; whoever wants nothing any more is forgotten.
    ///
    /// @param series null for "all", which leaves single series as they are
    @Transactional
    Wanted end(String endpoint, @Nullable UUID series) {
        if (series == null) {
            jdbc.sql("UPDATE subscription SET every_series = false WHERE endpoint = ?")
                    .param(endpoint)
                    .update();
        } else {
            jdbc.sql("UPDATE subscription SET series_ids = array_remove(series_ids, ?) WHERE endpoint = ?")
                    .params(series, endpoint)
                    .update();
        }
        var left = find(endpoint).orElse(Wanted.NOTHING);
        if (left.isNothing()) {
            jdbc.sql("DELETE FROM subscription WHERE endpoint = ?")
                    .param(endpoint)
                    .update();
        }
        return left;
    }

    /// Its push service knows it no more. One that came back under the same address meanwhile stays.
    void gone(PushAddress address) {
        jdbc.sql("DELETE FROM subscription WHERE endpoint = ? AND auth = ?")
                .params(address.endpoint(), address.auth())
                .update();
    }

    private Optional<Wanted> find(String endpoint) {
        return jdbc.sql("SELECT every_series, series_ids FROM subscription WHERE endpoint = ?")
                .param(endpoint)
                .query(SubscriptionStore::wanted)
                .optional();
    }

    private static Wanted wanted(ResultSet row, int number) throws SQLException {
        return new Wanted(row.getBoolean("every_series"), List.of((UUID[])
                row.getArray("series_ids").getArray()));
    }
}
