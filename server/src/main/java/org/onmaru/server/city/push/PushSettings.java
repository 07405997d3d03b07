package org.onmaru.server.city.push;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How pushes leave the house.
///
/// @param subject whom push services write to about this city's pushes, `mailto:` or `https:`; without it the public
///     address when that is https. Apple refuses pushes without a real one
/// @param hosts push services that browsers may name, `*.` for every name below; anything else is refused. With a
///     scheme, e.g. `http://push.example:8030`, that one place is trusted as it is
/// @param timeout how long connecting to a push service, and then its answer, may take
@ConfigurationProperties("onmaru.push")
record PushSettings(
        @Nullable String subject,

        @DefaultValue({
            "fcm.googleapis.com",
            "*.push.services.mozilla.com",
            "*.notify.windows.com",
            "web.push.apple.com",
            "*.web.push.apple.com"
        })
        List<String> hosts,

        @DefaultValue("10s") Duration timeout) {

    PushSettings {
        if (subject != null && !subject.matches("(mailto:|https://)[^\\s\"\\\\<>]+")) {
            throw new IllegalArgumentException("onmaru.push.subject는 mailto:나 https: 주소여야 합니다."
                    + " / onmaru.push.subject must be a mailto: or https: address.");
        }
        hosts = List.copyOf(hosts);
    }
}
