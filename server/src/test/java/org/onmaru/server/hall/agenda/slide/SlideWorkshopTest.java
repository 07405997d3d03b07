package org.onmaru.server.hall.agenda.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.server.hall.agenda.slide.SlideWorkshop.Outcome;
import org.onmaru.server.hall.agenda.slide.draw.DrawMain;
import org.onmaru.server.hall.agenda.slide.draw.DrawOrder;
import org.onmaru.server.hall.agenda.slide.draw.Drawn;
import org.springframework.util.unit.DataSize;

/// The process that draws: what it costs when a page is too much for it.
class SlideWorkshopTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int SIDE = 8_000;

    @TempDir
    private Path folder;

    private final long others = java();
    private SlideWorkshop workshop = workshop(LONG, Duration.ofMinutes(5));

    private static SlideWorkshop workshop(Duration time, Duration idle) {
        return new SlideWorkshop(new SlideSettings(time, DataSize.ofMegabytes(48), DataSize.ofMegabytes(1), 64), idle);
    }

    @AfterEach
    void stop() {
        workshop.stop();
    }

    private DrawOrder plain() throws IOException {
        var file = Files.createTempFile(folder, "plain", ".pdf");
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(file.toFile());
        }
        return order(file);
    }

    /// A picture of 192 MB in a file of some hundred kilobytes.
    private DrawOrder bomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < SIDE; i++) {
                deflated.write(new byte[SIDE * 3]);
            }
        }
        var file = Files.createTempFile(folder, "bomb", ".pdf");
        try (var document = new PDDocument()) {
            var image = new PDImageXObject(
                    document,
                    new ByteArrayInputStream(packed.toByteArray()),
                    COSName.FLATE_DECODE,
                    SIDE,
                    SIDE,
                    8,
                    PDDeviceRGB.INSTANCE);
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 0, 0, 100, 100);
            }
            document.save(file.toFile());
        }
        return order(file);
    }

    private static DrawOrder order(Path file) {
        return new DrawOrder(file, DrawOrder.Kind.PDF, 1, 200, 100);
    }

    private static boolean isDrawn(Outcome outcome) {
        return outcome instanceof Outcome.Done(Drawn.Page page) && page.pages() == 1;
    }

    /// Processes that draw.
    private long drawing() {
        return java() - others;
    }

    private static long java() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .count();
    }

    @Test
    void aPageThatIsTooMuchEndsTheProcessAndTheNextIsDrawnByAnother() throws IOException {
        assertThat(isDrawn(workshop.draw(plain()))).isTrue();
        assertThat(workshop.draw(bomb())).isEqualTo(new Outcome.TooHeavy());
        assertThat(isDrawn(workshop.draw(plain()))).isTrue();
        assertThat(drawing()).isEqualTo(1);
    }

    @Test
    void aPageThatTakesTooLongIsGivenUp() throws IOException {
        workshop = workshop(Duration.ofMillis(1), Duration.ofMinutes(5));
        assertThat(workshop.draw(plain())).isEqualTo(new Outcome.TooSlow());
        await().atMost(LONG).until(() -> drawing() == 0);
    }

    /// The process has yet to start while they come.
    @Test
    void whoeverWouldWaitTooLongIsToldAtOnce() throws Exception {
        var order = plain();
        var outcomes = new ConcurrentLinkedQueue<Outcome>();
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                many.execute(() -> {
                    try {
                        outcomes.add(workshop.draw(order));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
        assertThat(outcomes).hasSize(40).contains(new Outcome.Busy());
        assertThat(outcomes.stream().filter(SlideWorkshopTest::isDrawn)).hasSizeGreaterThanOrEqualTo(16);
        assertThat(outcomes).allMatch(outcome -> isDrawn(outcome) || outcome instanceof Outcome.Busy);
    }

    /// The server was killed in the middle of a page.
    @Test
    void aProcessThatIsLeftAloneEndsByItself() throws Exception {
        var left = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DrawMain.class.getName(),
                        "1",
                        "64000000")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        plain().write(new DataOutputStream(left.getOutputStream()));
        assertThat(left.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(left.exitValue()).isEqualTo(3);
    }

    @Test
    void aProcessThatHasNothingToDoEnds() throws IOException {
        workshop = workshop(LONG, Duration.ofMillis(200));
        assertThat(isDrawn(workshop.draw(plain()))).isTrue();
        await().atMost(LONG).until(() -> drawing() == 0);
        assertThat(isDrawn(workshop.draw(plain()))).as("and is there again").isTrue();
    }
}
