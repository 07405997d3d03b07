package org.onmaru.server.hall.agenda.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Pages on the stage over HTTP and in live updates; the meeting of Monday is in session.
@ServerTest
class SlidesIT {

    private static final Color[] COLOURS = {new Color(0xC83C3C), new Color(0x1E50C8), new Color(0x28A050)};
    private static final int BOMB = 20_000;

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Browser host;
    private String meeting = "";
    private String slide = "";

    @BeforeEach
    void begin() {
        clock.set(Instant.parse("2026-11-22T23:30:00Z"));
        host = as("host");
        meeting = "/api/v1/meetings/"
                + host.get("/api/v1/meetings?from=2026-11-23&to=2026-11-23")
                        .body()
                        .path(0)
                        .path("id")
                        .asString();
        slide = meeting + "/slide";
        host.post(meeting + "/open", "{}");
        host.post(meeting + "/start", "{}");
        assertThat(host.get(meeting).body().path("state").asString()).isEqualTo("IN_SESSION");
        host.post(meeting + "/agenda/finish", "{}");
    }

    private Browser as(String login) {
        return Browser.as(login, port, data);
    }

    private static JsonNode ok(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode reportOf(String unit) {
        return ok(host.get(meeting + "/agenda"))
                .path("items")
                .valueStream()
                .filter(item -> item.path("title").asString().equals(unit + " 상황보고"))
                .findFirst()
                .orElseThrow();
    }

    /// The key of a new item.
    private String item(String title, boolean open) {
        return ok(host.post(meeting + "/agenda/items", """
                {"kind":"OTHER","title":"%s","titleEn":null,"unitId":null,"minutes":1,"open":%s}""".formatted(title, open)))
                .path("items")
                .valueStream()
                .filter(one -> one.path("title").asString().equals(title))
                .reduce((_, last) -> last)
                .orElseThrow()
                .path("key")
                .asString();
    }

    private void start(String item) {
        ok(host.post(meeting + "/agenda/items/" + item + "/start", "{}"));
    }

    private Browser.Answer attach(String item, UUID id, String name, byte[] bytes) {
        return host.put(
                meeting + "/agenda/items/" + item + "/attachments/" + id + "?name="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8),
                bytes);
    }

    private UUID attached(String item, String name, byte[] bytes) {
        var id = UUID.randomUUID();
        ok(attach(item, id, name, bytes));
        return id;
    }

    private Browser.Answer show(Browser who, UUID file, int page) {
        return who.send("PUT", slide, """
                {"attachmentId":"%s","page":%d}""".formatted(file, page), true);
    }

    private Browser.Answer takeOff(Browser who) {
        return who.send("DELETE", slide, null, true);
    }

    private static byte[] pdf(int pages) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                var page = new PDPage(new PDRectangle(1_040, 634));
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.setNonStrokingColor(COLOURS[i % COLOURS.length]);
                    content.addRect(100, 100, 400, 400);
                    content.fill();
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private BufferedImage picture(Browser who, UUID file, int page, boolean fine) throws IOException {
        var answer = who.download(slide + "/" + file + "/" + page + "?fine=" + fine);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    private static int colour(BufferedImage image) {
        return image.getRGB(image.getWidth() * 3 / 10, image.getHeight() / 2) | 0xFF00_0000;
    }

    private static void awaitSlide(BlockingQueue<String> events, String what) {
        await(what).atMost(Duration.ofSeconds(10)).until(() -> {
            var event = events.poll();
            return event != null && event.startsWith("slide ") && event.contains(what);
        });
    }

    @Test
    void isSeenByEverybodyTurnedAndTakenOff() throws IOException {
        var item = item("계획 보고", true);
        var file = attached(item, "제설 계획.pdf", pdf(3));
        start(item);
        var staff = as("staff");
        var events = staff.events(meeting + "/events");
        awaitSlide(events, "{\"slide\":null,\"chart\":null,\"mayShow\":false,\"files\":[]}");
        assertThat(ok(host.get(slide)).path("files").path(0).path("name").asString())
                .isEqualTo("제설 계획.pdf");

        var shown = ok(show(host, file, 1));
        assertThat(shown.path("slide").path("pages").asInt()).isEqualTo(3);
        assertThat(shown.path("mayShow").asBoolean()).isTrue();
        awaitSlide(events, "\"page\":1");
        var late = ok(staff.get(slide)).path("slide");
        assertThat(late.path("name").asString()).isEqualTo("제설 계획.pdf");
        var small = picture(staff, file, 1, false);
        assertThat(small.getWidth()).isEqualTo(1_040);
        assertThat(colour(small)).isEqualTo(COLOURS[0].getRGB());
        assertThat(picture(staff, file, 1, true).getWidth()).isEqualTo(2_080);
        assertThat(staff.get(slide + "/" + file + "/2").code())
                .as("what is not on the stage is not given out")
                .isEqualTo("slide-missing");

        ok(show(host, file, 2));
        awaitSlide(events, "\"page\":2");
        assertThat(colour(picture(staff, file, 2, false))).isEqualTo(COLOURS[1].getRGB());
        var beyond = show(host, file, 4);
        assertThat(beyond.code()).isEqualTo("slide-page");
        assertThat(beyond.body().path("detail").asString()).isEqualTo("없는 쪽입니다. 이 파일은 모두 3쪽입니다.");
        assertThat(show(host, file, 0).status()).isEqualTo(400);
        assertThat(ok(staff.get(slide)).path("slide").path("page").asInt()).isEqualTo(2);

        ok(takeOff(host));
        awaitSlide(events, "\"slide\":null");
        assertThat(staff.get(slide + "/" + file + "/2").status()).isEqualTo(404);
        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE action LIKE 'slide.%' ORDER BY number DESC LIMIT 3")
                        .query(String.class)
                        .list())
                .containsExactly("slide.taken-off", "slide.shown", "slide.shown");
    }

    @Test
    void thoseWhoPresentMayShowWhileTheirItemRuns() throws IOException {
        var report = reportOf("가남읍");
        var key = report.path("key").asString();
        var file = attached(key, "현황.pdf", pdf(2));
        var ganam = as("ganam");
        assertThat(show(ganam, file, 1).status()).as("before their item").isEqualTo(403);
        start(key);
        assertThat(ok(ganam.get(slide)).path("files")).hasSize(1);
        ok(show(ganam, file, 1));
        ok(show(ganam, file, 2));
        for (var other : new String[] {"jeomdong", "staff"}) {
            assertThat(show(as(other), file, 1).code()).isEqualTo("not-allowed");
            assertThat(takeOff(as(other)).code()).isEqualTo("not-allowed");
        }
        assertThat(show(new Browser(port), file, 1).status()).isEqualTo(401);
        assertThat(new Browser(port).get(slide).status()).isEqualTo(401);
        ok(show(as("clerk"), file, 1));
        ok(takeOff(ganam));

        var guest = guest(report.path("unitId").asString());
        assertThat(ok(guest.get(slide)).path("files").path(0).path("id").asString())
                .isEqualTo(file.toString());
        ok(show(guest, file, 2));
        assertThat(ok(guest(null).get(slide)).path("mayShow").asBoolean()).isFalse();

        start(item("다음 안건", true));
        assertThat(ok(host.get(slide)).path("slide").isNull())
                .as("it goes with its item")
                .isTrue();
        assertThat(takeOff(ganam).code()).isEqualTo("not-allowed");
        assertThat(show(guest, file, 1).code()).isEqualTo("not-allowed");
        assertThat(show(host, file, 1).code()).isEqualTo("slide-other-item");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE subject_id LIKE '%/slide'")
                        .query(Integer.class)
                        .single())
                .as("attempts are kept")
                .isPositive();
    }

    private Browser guest(@Nullable String unit) {
        var made = ok(host.post(meeting + "/invitations", """
                {"label":"손님","role":"GUEST","unitId":%s,"expiresAt":null}""".formatted(unit == null ? "null" : '"' + unit + '"')));
        var url = made.path("url").asString();
        var guest = new Browser(port);
        ok(guest.post("/api/v1/invitations/" + url.substring(url.lastIndexOf('/') + 1) + "/accept", """
                {"name":"김하늘"}"""));
        return guest;
    }

    @Test
    void anInternalItemsSlideIsForTheCitysPeopleAndComesOffWhenItIsOpened() throws IOException {
        var item = item("인사", false);
        var file = attached(item, "명단.png", png());
        start(item);
        var guest = guest(null);
        var events = guest.events(meeting + "/events");
        var shown = ok(show(host, file, 1)).path("slide");
        assertThat(shown.path("open").asBoolean()).isFalse();
        assertThat(picture(as("staff"), file, 1, false).getWidth()).isEqualTo(844);
        assertThat(ok(guest.get(slide)).path("slide").isNull()).isTrue();
        assertThat(guest.get(slide + "/" + file + "/1").status()).isEqualTo(404);

        ok(change(item, "인사", true));
        assertThat(ok(host.get(slide)).path("slide").isNull())
                .as("what was put there in a closed session never goes on air")
                .isTrue();
        assertThat(ok(show(host, file, 1)).path("slide").path("open").asBoolean())
                .isTrue();
        awaitSlide(events, "명단.png");
        ok(change(item, "인사", false));
        assertThat(ok(host.get(slide)).path("slide").isNull()).isTrue();
        awaitSlide(events, "\"slide\":null");
        assertThat(events).noneMatch(event -> event.contains("명단.png"));
    }

    private Browser.Answer change(String item, String title, boolean open) {
        return host.send("PUT", meeting + "/agenda/items/" + item, """
                {"title":"%s","titleEn":null,"unitId":null,"minutes":1,"open":%s}""".formatted(title, open), true);
    }

    @Test
    void goesWithTheItemAndWithTheFile() throws IOException {
        var item = item("끝나는 안건", true);
        var file = attached(item, "그림.png", png());
        var other = item("다른 안건", true);
        var others = attached(other, "다른.png", png());
        assertThat(show(host, file, 1).code()).as("no item runs").isEqualTo("slide-other-item");
        start(item);
        assertThat(show(host, others, 1).code()).isEqualTo("slide-other-item");
        ok(show(host, file, 1));
        assertThat(host.send("DELETE", meeting + "/agenda/items/" + item + "/attachments/" + file, null, true)
                        .status())
                .isEqualTo(204);
        assertThat(ok(host.get(slide)).path("slide").isNull()).isTrue();

        var again = attached(item, "그림 2.png", png());
        ok(show(host, again, 1));
        ok(change(item, "새 제목", true));
        assertThat(ok(host.get(slide)).path("slide").path("name").asString())
                .as("another title changes nothing")
                .isEqualTo("그림 2.png");
        ok(host.post(meeting + "/agenda/finish", "{}"));
        assertThat(ok(host.get(slide)).path("slide").isNull()).isTrue();
        assertThat(host.get(slide + "/" + again + "/1").status()).isEqualTo(404);
    }

    @Test
    void whatCannotBeDrawnSaysWhyAndHurtsNobody() throws IOException {
        var item = item("무거운 안건", true);
        start(item);
        assertThat(show(host, attached(item, "그림.webp", webp()), 1).code()).isEqualTo("slide-broken");
        assertThat(show(host, attached(item, "문서.hwpx", hwpx()), 1).code()).isEqualTo("slide-kind");

        assertThat(attach(item, UUID.randomUUID(), "큰 그림.jpg", jpeg(20_000)).code())
                .isEqualTo("attachment-pixels");
        var large = show(host, attached(item, "큰 그림.jpg", jpeg(9_000)), 1);
        assertThat(large.code()).isEqualTo("slide-pixels");
        assertThat(large.body().path("detail").asString()).contains("9000×9000");

        var bomb = show(host, attached(item, "폭탄.pdf", bomb()), 1);
        assertThat(bomb.status()).as(bomb.raw().body()).isEqualTo(400);
        assertThat(bomb.code()).isIn("slide-too-heavy", "slide-too-slow");
        assertThat(ok(host.get(slide)).path("slide").isNull()).isTrue();

        ok(show(host, attached(item, "다음.pdf", pdf(300)), 300));
        assertThat(ok(host.get(slide)).path("slide").path("page").asInt())
                .as("the next file is drawn as ever")
                .isEqualTo(300);
    }

    /// Says that it is 400 × 300, and ends.
    private static byte[] webp() {
        var bytes = ByteBuffer.allocate(30);
        bytes.put("RIFF\0\0\0\0WEBPVP8X".getBytes(StandardCharsets.ISO_8859_1));
        bytes.put(24, (byte) 143).put(25, (byte) 1).put(27, (byte) 43).put(28, (byte) 1);
        return bytes.array();
    }

    private static byte[] hwpx() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write("application/hwp+zip".getBytes(StandardCharsets.US_ASCII));
            zip.putNextEntry(new ZipEntry("Contents/content.hpf"));
            zip.write("<package/>".getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    /// A small picture that says in its frame header that it is a large one.
    private static byte[] jpeg(int side) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        var bytes = ByteBuffer.wrap(out.toByteArray());
        for (int at = 2; ; at += 2 + bytes.getShort(at + 2)) {
            if (bytes.getShort(at) == (short) 0xFFC0) {
                bytes.putShort(at + 5, (short) side).putShort(at + 7, (short) side);
                return bytes.array();
            }
        }
    }

    /// A page with a picture that is 1.2 GB once it is unpacked.
    private static byte[] bomb() throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var packed = new ByteArrayOutputStream();
            try (var deflated = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
                var row = new byte[BOMB * 3];
                for (int i = 0; i < BOMB; i++) {
                    deflated.write(row);
                }
            }
            var image = new PDImageXObject(
                    document,
                    new ByteArrayInputStream(packed.toByteArray()),
                    COSName.FLATE_DECODE,
                    BOMB,
                    BOMB,
                    8,
                    PDDeviceRGB.INSTANCE);
            var page = new PDPage(new PDRectangle(1_040, 634));
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 0, 0, 1_040, 634);
            }
            document.save(out);
            return out.toByteArray();
        }
    }
}
