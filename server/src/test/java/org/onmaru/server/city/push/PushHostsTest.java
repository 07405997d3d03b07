package org.onmaru.server.city.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushHostsTest {

    private static final String TRUSTED = "http://push.yeoju.example:8030";

    private static final PushHosts HOSTS = new PushHosts(List.of(
            "fcm.googleapis.com",
            "*.push.services.mozilla.com",
            "*.notify.windows.com",
            "web.push.apple.com",
            "*.web.push.apple.com",
            TRUSTED));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/dPz1:APA91b",
                "https://FCM.googleapis.com/wp/abc",
                "https://fcm.googleapis.com:443/wp/abc",
                "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
                "https://wns2-par02p.notify.windows.com/w/?token=BQYAAAC%2f",
                "https://web.push.apple.com/QGuQyavXutnMH",
                "https://a.web.push.apple.com/Q",
                TRUSTED + "/send/1"
            })
    void knownServicesAreWrittenTo(String endpoint) {
        assertThat(HOSTS.accept(endpoint)).contains(URI.create(endpoint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fcm.googleapis.com/wp/abc",
                "//fcm.googleapis.com/wp/abc",
                "http://fcm.googleapis.com/wp/abc",
                "ftp://fcm.googleapis.com/wp/abc",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https:fcm.googleapis.com",
                "https://fcm.googleapis.com:8443/wp/abc",
                "https://fcm.googleapis.com:22/",
                "https://fcm.googleapis.com./wp/abc",
                "https://fcm.googleapis.com.evil.example/wp/abc",
                "https://evilfcm.googleapis.com/",
                "https://sub.fcm.googleapis.com/",
                "https://push.services.mozilla.com/",
                "https://.push.services.mozilla.com/",
                "https://evilpush.services.mozilla.com.example/",
                "https://user@fcm.googleapis.com/",
                "https://fcm.googleapis.com@evil.example/",
                "https://evil.example/fcm.googleapis.com",
                "https://evil.example#fcm.googleapis.com",
                "https://fcm.googleapis.com/a#b",
                "https://fcm.googleapis.com\\@evil.example/",
                "https://fcm.googleapis.com /",
                "https://fcm.googleapis.com/\r\nHost: evil.example",
                "https://fcm.googleapis.com/\u00e9",
                "https://\uff46cm.googleapis.com/",
                "https://127.0.0.1/",
                "https://10.0.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://[::1]/",
                "https://[fe80::1%25eth0]/",
                "https://localhost/",
                "https://169.254.169.254/latest/meta-data",
                "https://push.yeoju.example:8030/send/1",
                "http://push.yeoju.example/send/1",
                "http://push.yeoju.example:8030@evil.example/",
                "http://user@push.yeoju.example:8030/",
                "http://push.yeoju.example:80301/"
            })
    void everythingElseIsRefused(String endpoint) {
        assertThat(HOSTS.accept(endpoint)).isEmpty();
    }

    @Test
    void anAddressOfAnySizeIsJudgedWithoutHarm() {
        var base = "https://fcm.googleapis.com/";
        assertThat(HOSTS.accept(base + "a".repeat(1_000 - base.length()))).isPresent();
        assertThat(HOSTS.accept(base + "a".repeat(1_001 - base.length()))).isEmpty();
        var random = new Random(8291);
        var letters = "htps:/.@#?%[]fcmgoleapisw*\\ \t\u0000\uffff0123456789-_~";
        for (var i = 0; i < 50_000; i++) {
            var text = new StringBuilder(random.nextBoolean() ? base : "");
            for (var j = random.nextInt(40); j > 0; j--) {
                text.insert(random.nextInt(text.length() + 1), letters.charAt(random.nextInt(letters.length())));
            }
            assertThatCode(() -> HOSTS.accept(text.toString()).ifPresent(accepted -> {
                        assertThat(accepted.getHost()).isEqualToIgnoringCase("fcm.googleapis.com");
                        assertThat(accepted.getScheme()).isEqualToIgnoringCase("https");
                    }))
                    .as(text.toString())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1"
            })
    void placesInsideAreKnown(String literal) {
        assertThat(PushHosts.isInside(InetAddress.ofLiteral(literal))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"142.250.76.138", "100.63.255.255", "100.128.0.1", "2404:6800::200a"})
    void placesOutsideAreToo(String literal) {
        assertThat(PushHosts.isInside(InetAddress.ofLiteral(literal))).isFalse();
    }

    @Test
    void aNameThatLeadsInsideIsSeen() {
        var hosts = new PushHosts(List.of("localhost"));
        assertThat(hosts.leadsInside(URI.create("https://localhost/send"))).isTrue();
        assertThat(HOSTS.leadsInside(URI.create(TRUSTED + "/send"))).isFalse();
    }
}
