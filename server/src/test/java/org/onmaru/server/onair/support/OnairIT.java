package org.onmaru.server.onair.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.onmaru.server.OnmaruServer;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A whole server on a free port: real PostgreSQL, real SFU, a test studio, meetings the test moves by hand.
@SpringBootTest(classes = OnmaruServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(OnairIT.Doubles.class)
public abstract class OnairIT {

    private static final String PASSWORD = "correct horse battery 9";
    private static final Path DATA = data();
    private static final Map<Role, Browser> SIGNED_IN = new EnumMap<>(Role.class);

    @LocalServerPort
    protected int port;

    @Autowired
    protected FakeMeetings meetings;

    @Autowired
    private People people;

    @TestConfiguration(proxyBeanMethods = false)
    public static class Doubles {
        @Bean
        @Primary
        public FakeMeetings fakeMeetings(ApplicationEventPublisher events) {
            return new FakeMeetings(events);
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("onmaru.data", DATA::toString);
        registry.add("onmaru.sfu.poll-interval", () -> "500ms");
        registry.add("onmaru.recording.try-again", () -> "1s");
        registry.add(
                "onmaru.studio.command",
                () -> List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestStudio.class.getName()));
    }

    /// Whatever a test left open is over before the next one.
    @AfterEach
    void adjournEverything() {
        meetings.lose(false);
        meetings.live().forEach(meeting -> meetings.move(meeting, MeetingState.ADJOURNED));
    }

    /// A signed-in browser of somebody who has this role in the whole city.
    protected Browser as(Role role) {
        return SIGNED_IN.computeIfAbsent(role, wanted -> {
            String name = "it-" + wanted.name().toLowerCase(Locale.ROOT) + "-" + System.nanoTime();
            people.create(name, PASSWORD, new People.Profile("시험 " + wanted, null, Set.of(wanted)), true);
            Browser browser = new Browser(port);
            browser.signIn(name, PASSWORD);
            return browser;
        });
    }

    protected Browser nobody() {
        return new Browser(port);
    }

    protected Browser operator() throws IOException {
        return new Browser(port)
                .bearer(Files.readString(DATA.resolve("run/operator.token")).strip());
    }

    protected static Path data(String... path) {
        return Path.of(DATA.toString(), path);
    }

    /// Waits until this holds.
    public static void until(String what, Duration atMost, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + atMost.toNanos();
        while (!holds.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + atMost + ": " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static Path data() {
        try {
            return Files.createTempDirectory(
                    "onmaru-it", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
