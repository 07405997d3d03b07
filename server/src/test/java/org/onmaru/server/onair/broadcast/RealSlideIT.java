package org.onmaru.server.onair.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.support.Attaching;
import org.onmaru.server.onair.support.Browser;
import org.onmaru.wire.Slide;

/// A page of a PDF, from the host's press to what citizens see: drawn, fetched, composed and encoded by the real parts,
/// then read from the recording.
class RealSlideIT extends RealProgramme {

    private static final Color YELLOW = new Color(250, 220, 0);
    private static final Color GREEN = new Color(0, 150, 60);
    /// Upper left corner of the place for slides in the programme.
    private static final int LEFT = 16;
    private static final int TOP = 72;

    /// What a picture shows of the page: whether it is there, and how sharp.
    private record Seen(boolean here, int contrast) {}

    @Test
    void aPageIsSharpInTheBroadcastAndTheNextItemHasNothingOfIt() throws Exception {
        Browser host = host();
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        String item = Attaching.item(host, meeting, "제설 대책", true);
        UUID file = Attaching.file(host, meeting, item, "plan.pdf", pdf());
        Attaching.start(host, meeting, item);
        slate(host, meeting);
        assertThat(Attaching.show(host, meeting, file, 2).status()).isEqualTo(200);
        goOnAir(host, meeting);
        recordMore(host, meeting, 4_000);
        Attaching.start(host, meeting, Attaching.item(host, meeting, "다음 안건", true));
        recordMore(host, meeting, 3_000);
        meetings.move(meeting, MeetingState.ADJOURNED);

        List<Seen> shown = look(meeting, frame -> {
            boolean here = near(frame, LEFT + 130, TOP + 160, YELLOW) && near(frame, LEFT + 780, TOP + 160, GREEN);
            return new Seen(here, here ? contrast(frame) : 0);
        });
        assertThat(shown.stream().filter(Seen::here).count())
                .as("the page is on for two seconds at least")
                .isGreaterThan(60);
        assertThat(shown.stream().mapToInt(Seen::contrast).max().orElseThrow())
                .as("stripes of one pixel can be told apart")
                .isGreaterThan(110);
        assertThat(shown.subList(shown.size() - 30, shown.size()))
                .as("nothing of it with the next item")
                .noneMatch(Seen::here);
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
}
