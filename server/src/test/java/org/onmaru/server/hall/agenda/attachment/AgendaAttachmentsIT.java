package org.onmaru.server.hall.agenda.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Files beside agenda items over HTTP, and behind the agenda pack; the clock stands at 07:00 on Monday.
@ServerTest
class AgendaAttachmentsIT {

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Browser clerk;
    private String meeting = "";
    private String item = "";

    @BeforeEach
    void addItem() {
        clock.set(Instant.parse("2026-11-22T22:00:00Z"));
        clerk = Browser.as("host", port, data);
        meeting = "/api/v1/meetings/"
                + clerk.get("/api/v1/meetings?from=2026-11-23&to=2026-11-23")
                        .body()
                        .path(0)
                        .path("id")
                        .asString();
        var added = clerk.post(meeting + "/agenda/items", """
                {"kind":"OTHER","title":"파일이 있는 안건","titleEn":null,"unitId":null,"minutes":1,"open":true}""").body();
        item = meeting
                + "/agenda/items/"
                + added.path("items")
                        .valueStream()
                        .filter(one -> one.path("kind").asString().equals("OTHER"))
                        .reduce((_, last) -> last)
                        .orElseThrow()
                        .path("key")
                        .asString();
    }

    private static byte[] pdf(int pages) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private String path(UUID id, String name) {
        return item + "/attachments/" + id + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private Browser.Answer attach(String name, byte[] bytes) {
        return clerk.put(path(UUID.randomUUID(), name), bytes);
    }

    @Test
    void whatIsAttachedIsListedDownloadedAndBoundBehindThePack() throws IOException {
        var id = UUID.randomUUID();
        var plan = pdf(3);
        var first = clerk.put(path(id, "제설 계획.pdf"), plan);
        assertThat(first.status()).as(first.raw().body()).isEqualTo(200);
        assertThat(first.body().path("mediaType").asString()).isEqualTo("application/pdf");
        assertThat(clerk.put(path(id, "제설 계획.pdf"), plan).status())
                .as("sent twice")
                .isEqualTo(200);
        assertThat(attach("현장.png", png()).status()).isEqualTo(200);

        var listed = clerk.get(meeting + "/agenda")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> item.endsWith(one.path("key").asString()))
                .findFirst()
                .orElseThrow()
                .path("attachments");
        assertThat(listed.valueStream().map(one -> one.path("name").asString())).containsExactly("제설 계획.pdf", "현장.png");
        var file = clerk.download(item + "/attachments/" + id);
        assertThat(file.body()).isEqualTo(plan);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(file.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");

        try (var pack =
                new PdfReader(clerk.download(meeting + "/agenda/pack.pdf").body())) {
            var text = new StringBuilder();
            for (int page = 1; page <= pack.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(pack).getTextFromPage(page));
            }
            assertThat(text.toString().replaceAll("\\s+", ""))
                    .contains("안건에붙은파일", "파일이있는안건:제설계획.pdfPDF3쪽이다음쪽부터이어집니다.", "파일이있는안건:현장.png");
        }
        assertThat(new String(clerk.download(meeting + "/agenda/pack.html").body(), StandardCharsets.UTF_8))
                .contains("<td>제설 계획.pdf</td>");

        assertThat(clerk.send("DELETE", item + "/attachments/" + id, null, true).status())
                .isEqualTo(204);
        assertThat(clerk.get(item + "/attachments/" + id).code()).isEqualTo("attachment-missing");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action IN ('agenda.attached', 'agenda.detached')")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void whatMayNotBeAttachedIsRefusedWithASentence() throws IOException {
        assertThat(attach("긴 것.pdf", pdf(501)).code()).isEqualTo("attachment-pages");
        assertThat(attach("깨진 것.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII))
                        .code())
                .isEqualTo("attachment-broken");
        assertThat(attach("거짓.pdf", png()).code()).isEqualTo("attachment-lies");
        assertThat(attach("프로그램.exe", new byte[] {'M', 'Z'}).code()).isEqualTo("attachment-type");
        assertThat(attach("", pdf(1)).code()).isEqualTo("attachment-name");
        var longPdf = attach("긴 것.pdf", pdf(501)).body();
        assertThat(longPdf.path("detail").asString()).isEqualTo("PDF는 500쪽까지 붙일 수 있습니다.");
        for (int i = 0; i < 10; i++) {
            assertThat(attach("현장 " + i + ".png", png()).status()).isEqualTo(200);
        }
        assertThat(attach("열한째.png", png()).code()).isEqualTo("attachments-full");
        assertThat(clerk.put(meeting + "/agenda/items/none/attachments/" + UUID.randomUUID() + "?name=a.png", png())
                        .code())
                .isEqualTo("agenda-item-missing");
    }

    @Test
    void onlyWhoPreparesTheMeetingChangesThem() throws IOException {
        var id = UUID.randomUUID();
        assertThat(clerk.put(path(id, "현장.png"), png()).status()).isEqualTo(200);
        var staff = Browser.as("staff", port, data);
        assertThat(staff.put(path(UUID.randomUUID(), "현장.png"), png()).status()).isEqualTo(403);
        assertThat(staff.send("DELETE", item + "/attachments/" + id, null, true).status())
                .isEqualTo(403);
        assertThat(staff.get(item + "/attachments/" + id).status()).isEqualTo(200);
        assertThat(new Browser(port).get(item + "/attachments/" + id).status()).isEqualTo(401);

        var url = clerk.post(
                        meeting + "/invitations",
                        "{\"label\":\"검역본부\",\"role\":\"GUEST\",\"unitId\":null,\"expiresAt\":null}")
                .body()
                .path("url")
                .asString();
        var guest = new Browser(port);
        guest.post("/api/v1/invitations/" + url.substring(url.lastIndexOf('/') + 1) + "/accept", "{\"name\":\"홍길동\"}");
        assertThat(guest.get(item + "/attachments/" + id).status()).isEqualTo(403);
        try (var pack =
                new PdfReader(guest.download(meeting + "/agenda/pack.pdf").body())) {
            assertThat(new PdfTextExtractor(pack).getTextFromPage(pack.getNumberOfPages()))
                    .doesNotContain("현장.png");
        }
    }
}
