package org.onmaru.server.hall.agenda.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.server.city.attachment.Attachment;
import org.onmaru.server.city.attachment.FileType;
import org.onmaru.server.problem.Problem;
import org.springframework.util.unit.DataSize;

/// What is kept of drawn pages: a page whose file is gone comes from memory, or not at all.
class SlidePicturesTest {

    private static final SlideSettings ROOMY =
            new SlideSettings(Duration.ofMinutes(1), DataSize.ofMegabytes(64), DataSize.ofMegabytes(1), 64);
    private static final SlideSettings NARROW =
            new SlideSettings(Duration.ofMinutes(1), DataSize.ofMegabytes(64), DataSize.ofBytes(1), 64);

    @TempDir
    private Path folder;

    private final SlideWorkshop workshop = new SlideWorkshop(ROOMY);

    @AfterEach
    void stop() {
        workshop.stop();
    }

    private static Attachment attachment() {
        return new Attachment(UUID.randomUUID(), "그림.png", FileType.PNG, 1, "");
    }

    private Path picture() throws IOException {
        var file = folder.resolve(UUID.randomUUID().toString());
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    @Test
    void whatWasDrawnIsKept() throws IOException {
        var pictures = new SlidePictures(workshop, ROOMY);
        var attachment = attachment();
        var file = picture();
        var drawn = pictures.of(attachment, file, 1, SlideSize.STAGE);
        Files.delete(file);
        assertThat(pictures.of(attachment, file, 1, SlideSize.STAGE)).isSameAs(drawn);
        assertThatThrownBy(() -> pictures.of(attachment, file, 1, SlideSize.FINE))
                .as("another size is another picture")
                .isInstanceOf(Problem.class);
    }

    @Test
    void whatThereIsNoRoomForIsDrawnAgain() throws IOException {
        var pictures = new SlidePictures(workshop, NARROW);
        var attachment = attachment();
        var file = picture();
        assertThat(pictures.of(attachment, file, 1, SlideSize.STAGE).pages()).isEqualTo(1);
        Files.delete(file);
        assertThatThrownBy(() -> pictures.of(attachment, file, 1, SlideSize.STAGE))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("slide-broken"));
    }

    @Test
    void whatFailedIsTriedAgain() throws IOException {
        var pictures = new SlidePictures(workshop, ROOMY);
        var attachment = attachment();
        assertThatThrownBy(() -> pictures.of(attachment, folder.resolve("later"), 1, SlideSize.STAGE))
                .isInstanceOf(Problem.class);
        Files.move(picture(), folder.resolve("later"));
        assertThat(pictures.of(attachment, folder.resolve("later"), 1, SlideSize.STAGE)
                        .png())
                .isNotEmpty();
    }
}
