package org.onmaru.server.city.push;

import com.interaso.webpush.VapidKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The city's key pair towards push services: made by the first server that starts, the same for all and for ever.
@Component
class PushKeys {

    private final VapidKeys pair;

    PushKeys(JdbcClient jdbc) {
        var made = VapidKeys.generate();
        jdbc.sql("INSERT INTO push_key VALUES (1, ?, ?) ON CONFLICT DO NOTHING")
                .params(made.getX509PublicKey(), made.getPkcs8PrivateKey())
                .update();
        pair = jdbc.sql("SELECT public_key, private_key FROM push_key")
                .query((row, _) -> VapidKeys.create(row.getString(1), row.getString(2)))
                .single();
    }

    VapidKeys pair() {
        return pair;
    }
}
