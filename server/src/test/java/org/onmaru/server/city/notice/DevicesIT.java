package org.onmaru.server.city.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.HeldMeeting.ok;
import static org.onmaru.server.HeldMeeting.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onmaru.server.Browser;
import org.onmaru.server.ServerTest;
import org.onmaru.server.city.push.TestBrowser;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which browsers people switch on, and who sees them.
@ServerTest
class DevicesIT {

    private static final String MINE = "/api/v1/me/devices";
    private static final String SERVICE = "https://fcm.googleapis.com";

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Browser as(String login) {
        return Browser.as(login, port, data);
    }

    private static Browser.Answer add(Browser browser, TestBrowser device) {
        return browser.post(MINE, "{" + device.json("KO") + "}");
    }

    @Test
    void everybodyKeepsTheirOwnAndNobodySeesAddresses() {
        var ganam = as("ganam");
        assertThat(ok(ganam.get(MINE))).isEmpty();
        var desk = new TestBrowser(SERVICE);
        var phone = new TestBrowser(SERVICE);
        ok(add(ganam, desk));
        ok(add(ganam, phone));
        var both = ok(add(ganam, phone));
        assertThat(both).as("the same browser once").hasSize(2);
        assertThat(both.toString()).doesNotContain(phone.endpoint(), phone.p256dh(), phone.auth());
        assertThat(both.path(0).path("mark").asString()).hasSize(43);
        assertThat(ok(as("ohak").get(MINE))).isEmpty();

        var first = jdbc.sql("SELECT id::text FROM notice_device WHERE endpoint = ?")
                .param(desk.endpoint())
                .query(String.class)
                .single();
        ok(as("ohak").send("DELETE", MINE + "/" + first, null, true));
        assertThat(ok(ganam.get(MINE))).as("nobody removes somebody else's").hasSize(2);
        assertThat(ok(ganam.send("DELETE", MINE + "/" + first, null, true))).hasSize(1);

        var moved = ok(add(as("jeomdong"), phone));
        assertThat(moved).as("a browser belongs to whoever used it last").hasSize(1);
        assertThat(ok(ganam.get(MINE))).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action LIKE 'device.%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE concat(before, after) LIKE '%googleapis%'")
                        .query(Integer.class)
                        .single())
                .as("the audit never forgets, so it is not told")
                .isZero();
    }

    @Test
    void tenAreEnough() {
        var staff = as("staff");
        var last = new TestBrowser(SERVICE);
        for (var i = 0; i < DeviceBook.MOST - 1; i++) {
            ok(add(staff, new TestBrowser(SERVICE)));
        }
        ok(add(staff, last));
        ok(add(staff, last));
        refused(add(staff, new TestBrowser(SERVICE)), 409, "too-many-devices");
    }

    @Test
    void strangersAndStrangeAddressesAreRefused() {
        var device = new TestBrowser(SERVICE);
        assertThat(new Browser(port).get(MINE).status()).isEqualTo(401);
        assertThat(add(new Browser(port), device).status()).isEqualTo(401);
        var sejong = as("sejong");
        refused(add(sejong, new TestBrowser("https://169.254.169.254")), 400, "push-endpoint");
        refused(
                sejong.post(MINE, "{" + device.json("KO").replace(device.p256dh(), device.auth()) + "}"),
                400,
                "push-keys");
        assertThat(sejong.post(MINE, "{" + device.json("FR") + "}").status()).isEqualTo(400);
        assertThat(sejong.post(MINE, "{}").status()).isEqualTo(400);
        assertThat(ok(sejong.get(MINE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Linux; Android 14; SM-S918N) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 | Chrome · Android
            Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 SamsungBrowser/23.0 Chrome/115.0 Safari/537.36 | Samsung Internet · Android
            Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 Version/17.1 Safari/604.1 | Safari · iPhone
            Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/119.0 Safari/537.36 Edg/119.0 | Edge · Windows
            Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/118.0 Whale/3.23 Safari/537.36 | Whale · Windows
            Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0 | Firefox · Linux
            curl/8.0 | Browser · ?
            """)
    void aDeviceIsCalledWhatPeopleCallIt(String userAgent, String name) {
        assertThat(DeviceName.of(userAgent)).isEqualTo(name);
    }
}
