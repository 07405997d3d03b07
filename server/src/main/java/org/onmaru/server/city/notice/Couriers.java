package org.onmaru.server.city.notice;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.push.Pushes;
import org.onmaru.server.settings.DataDirectory;
import org.onmaru.server.settings.OnmaruSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The ways this city sends: e-mail when it has a mail server, text messages always, be it as files, and web push.
@Component
class Couriers {

    private final List<Courier> all;

    Couriers(
            NoticeSettings settings,
            ObjectProvider<JavaMailSenderImpl> mail,
            OnmaruSettings onmaru,
            DataDirectory data,
            JsonMapper json,
            DeviceBook devices,
            Pushes pushes,
            Clock clock) {
        var city = onmaru.city().name();
        all = Stream.concat(
                        mail.stream().map(server -> new MailCourier(server, from(settings.mailFrom(), server), city)),
                        Stream.of(
                                settings.sms().given()
                                        ? new GatewayCourier(settings.sms())
                                        : new FolderCourier(
                                                data.path().resolve("notices").resolve("sms"), json),
                                new PushCourier(devices, pushes, clock)))
                .toList();
    }

    List<Way> ways() {
        return all.stream().map(Courier::way).toList();
    }

    /// Empty when the city does not send this way.
    Optional<Courier> by(Way way) {
        return all.stream().filter(courier -> courier.way() == way).findFirst();
    }

    private static String from(@Nullable String given, JavaMailSenderImpl server) {
        if (given != null) {
            return given;
        }
        var user = server.getUsername();
        return user != null && user.contains("@") ? user : "onmaru@" + server.getHost();
    }
}
