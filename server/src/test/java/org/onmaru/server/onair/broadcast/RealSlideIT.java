package org.onmaru.server.onair.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.onmaru.media.ffmpeg.ProgrammeReader;
import org.onmaru.media.frame.Yuv;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.server.OnmaruServer;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.support.Attaching;
import org.onmaru.server.onair.support.Browser;
import org.onmaru.server.onair.support.FakeMeetings;
import org.onmaru.server.onair.support.OnairIT;
import org.onmaru.wire.Slide;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A page of a PDF, from the host's press to what citizens see: drawn, fetched, composed and encoded by the real parts,
/// then read from the recording.
@SpringBootTest(classes = OnmaruServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(OnairIT.Doubles.class)
@DirtiesContext
class RealSlideIT {

    private static final String PASSWORD = "correct horse battery 9";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Color YELLOW = new Color(250, 220, 0);
    private static final Color GREEN = new Color(0, 150, 60);
    /// Upper left corner of the place for slides in the programme.
    private static final int LEFT = 16;
    private static final int TOP = 72;

    @LocalServerPort
    private int port;

    @Autowired
    private FakeMeetings meetings;

    @Autowired
    private People people;

    private static Path data = Path.of("");

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        data = Files.createTempDirectory(
                "onmaru-slide", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        registry.add("onmaru.data", data::toString);
    }

    @Test
    void aPageIsSharpInTheBroadcastAndTheNextItemHasNothingOfIt() throws Exception {
        people.create("host", PASSWORD, new People.Profile("진행", null, Set.of(Role.HOST)), true);
        Browser host = new Browser(port);
        host.signIn("host", PASSWORD);
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        String item = Attaching.item(host, meeting, "제설 대책", true);
        UUID file = Attaching.file(host, meeting, item, "plan.pdf", pdf());
        Attaching.start(host, meeting, item);
        OnairIT.until("the slate is shown", SOON, () -> state(host, meeting).equals("OFF_AIR"));
        assertThat(Attaching.show(host, meeting, file, 2).status()).isEqualTo(200);
        assertThat(host.post(path(meeting, "/on-air")).status()).isEqualTo(200);
        OnairIT.until("on air", SOON, () -> state(host, meeting).equals("ON_AIR"));
        recorded(host, meeting, 4_000);
        Attaching.start(host, meeting, Attaching.item(host, meeting, "다음 안건", true));
        long next = recordedMs(host, meeting);
        recorded(host, meeting, next + 3_000);
        meetings.move(meeting, MeetingState.ADJOURNED);

        Path recording = data.resolve("programmes")
                .resolve(meeting.id().value().toString())
                .resolve("recording.mp4");
        OnairIT.until("it is recorded", SOON, () -> Files.exists(recording));
        List<Boolean> shown = new ArrayList<>();
        int sharpest = 0;
        try (var in = Files.newInputStream(recording);
                var reader = new ProgrammeReader(in)) {
            for (var piece = reader.next(); piece != null; piece = reader.next()) {
                if (piece instanceof ProgrammeReader.Picture(YuvFrame frame, long _)) {
                    boolean here = near(frame, 130, 160, YELLOW) && near(frame, 780, 160, GREEN);
                    shown.add(here);
                    sharpest = here ? Math.max(sharpest, contrast(frame)) : sharpest;
                }
            }
        }
        assertThat(shown)
                .as("the page is on for two seconds at least")
                .satisfies(all -> assertThat(
                                all.stream().filter(Boolean::booleanValue).count())
                        .isGreaterThan(60));
        assertThat(sharpest).as("stripes of one pixel can be told apart").isGreaterThan(110);
        assertThat(shown.subList(shown.size() - 30, shown.size()))
                .as("nothing of it with the next item")
                .doesNotContain(true);
    }

    /// Its second page: yellow above at the left, green above at the right, stripes of one pixel below.
    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            var page = new PDPage(new PDRectangle(Slide.WIDTH, Slide.HEIGHT));
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                fill(content, YELLOW, 0, 317, 520, 317);
                fill(content, GREEN, 520, 317, 520, 317);
                for (int i = 0; i < 64; i += 2) {
                    fill(content, Color.BLACK, 200 + i, 100, 1, 64);
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void fill(PDPageContentStream content, Color colour, int x, int y, int width, int height)
            throws IOException {
        content.setNonStrokingColor(colour);
        content.addRect(x, y, width, height);
        content.fill();
    }

    private static boolean near(YuvFrame frame, int x, int y, Color colour) {
        Yuv wanted = Yuv.ofRgb(colour.getRed(), colour.getGreen(), colour.getBlue());
        return Math.abs(frame.luma(LEFT + x, TOP + y) - wanted.y()) < 8
                && Math.abs(frame.blue(LEFT + x, TOP + y) - wanted.u()) < 8
                && Math.abs(frame.red(LEFT + x, TOP + y) - wanted.v()) < 8;
    }

    /// How much darker the stripes are than what is between them, at least.
    private static int contrast(YuvFrame frame) {
        int y = TOP + Slide.HEIGHT - 130;
        int least = 255;
        for (int i = 4; i < 60; i += 2) {
            int x = LEFT + 200 + i;
            least = Math.min(least, frame.luma(x + 1, y) - frame.luma(x, y));
        }
        return least;
    }

    private static void recorded(Browser host, MeetingView meeting, long ms) throws Exception {
        OnairIT.until(ms + " ms are recorded", SOON, () -> recordedMs(host, meeting) > ms);
    }

    private static long recordedMs(Browser host, MeetingView meeting) {
        return host.get(path(meeting, "/programme")).json().path("recordedMs").asLong();
    }

    private static String state(Browser host, MeetingView meeting) {
        return host.get(path(meeting, "/programme")).json().path("state").asString();
    }

    private static String path(MeetingView meeting, String rest) {
        return "/api/v1/meetings/" + meeting.id().value() + rest;
    }
}
