package org.onmaru.server.hall.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.hall.minutes.MinutesHall.edit;
import static org.onmaru.server.hall.minutes.MinutesHall.ok;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.city.paper.PaperFormat;
import org.onmaru.server.city.paper.PaperWords;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Signed minutes as files; the clock stands at 08:30 on Monday, 23 November 2026.
@ServerTest
class MinutesFileIT {

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @LocalServerPort
    private int port;

    @BeforeEach
    void morning() {
        clock.set(Instant.parse("2026-11-22T23:30:00Z"));
    }

    /// Two items, one of them internal; signed, not public yet.
    private MinutesHall signed() {
        var hall = new MinutesHall(port, data, false);
        var open = hall.begin("강천면 제설", true);
        clock.advance(Duration.ofMinutes(5));
        var internal = hall.begin("인사 협의", false);
        clock.advance(Duration.ofMinutes(5));
        hall.adjourn();
        hall.writeTheRest(open);
        hall.type(hall.clerk, edit("speech/" + internal + "/" + UUID.randomUUID(), "", "국장: 비밀 이야기 ①㎡"));
        ok(hall.step(hall.clerk, "review", "{}"));
        hall.signed();
        return hall;
    }

    @Test
    void everyFormatHoldsTheNineElementsAndWhoSigned() throws Exception {
        var hall = signed();
        for (var format : PaperFormat.values()) {
            var file = hall.clerk.download(hall.path() + "/versions/1/file." + format.ending());
            assertThat(file.statusCode()).as("%s", format).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Type")).contains(format.mediaType());
            assertThat(URLDecoder.decode(
                            file.headers().firstValue("Content-Disposition").orElseThrow(), StandardCharsets.UTF_8))
                    .contains("회의록 내부용(20261123)." + format.ending());
            assertThat(PaperWords.in(format, file.body()))
                    .as("%s", format)
                    .contains(
                            "1.회의의명칭",
                            "2.개최기관",
                            "일시:2026.11.23.08:30~08:40",
                            "강천면면장김강천",
                            "밤새눈이3cm왔습니다.",
                            "국장:비밀이야기①㎡",
                            "제설대책회의를다음날연다.",
                            "9.표결내용",
                            "인사협의[비공개]",
                            "내부용",
                            "시장");
            assertThat(hall.clerk
                            .download(hall.path() + "/versions/1/file." + format.ending())
                            .body())
                    .as("the same version makes the same %s", format)
                    .isEqualTo(file.body());
        }
    }

    @Test
    void everybodyGetsWhatIsPublicAndNothingElse() throws Exception {
        var hall = signed();
        var citizen = new Browser(port);
        var address = "/api/v1/public/meetings/" + hall.meeting + "/minutes/file.";
        assertThat(citizen.download(address + "pdf").statusCode())
                .as("before they are public")
                .isEqualTo(404);
        ok(hall.step(hall.clerk, "publish", "{}"));
        for (var format : PaperFormat.values()) {
            var file = citizen.download(address + format.ending());
            assertThat(file.statusCode()).as("%s", format).isEqualTo(200);
            assertThat(PaperWords.in(format, file.body()))
                    .as("%s", format)
                    .contains("밤새눈이3cm왔습니다.", "강천면제설", "공개본")
                    .doesNotContain("인사", "비밀", "국장", "비공개");
        }
        assertThat(citizen.download(address + "doc").statusCode()).isEqualTo(404);
        assertThat(citizen.download(hall.path() + "/versions/1/file.pdf").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aCorrectionSaysWhy() throws Exception {
        var hall = signed();
        ok(hall.step(hall.clerk, "correct", "{\"reason\":\"면장 이름을 바로잡음\"}"));
        hall.signed();
        var file = hall.clerk.download(hall.path() + "/versions/2/file.html");
        assertThat(PaperWords.in(PaperFormat.HTML, file.body())).contains("정정", "제2판:면장이름을바로잡음");
        assertThat(hall.clerk.download(hall.path() + "/versions/3/file.html").statusCode())
                .isEqualTo(404);
    }
}
