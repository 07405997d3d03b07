package org.onmaru.server.onair.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.hall.report.ReportDay.edit;

import java.awt.Color;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.report.ReportDay;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.onair.support.Attaching;
import org.onmaru.server.onair.support.Browser;
import org.onmaru.server.onair.support.OnairIT;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// A chart, from the host's press to what citizens see, drawn anew while it is on air: by the real parts, read from
/// the recording.
@TestPropertySource(properties = "onmaru.demo=true")
class RealChartIT extends RealProgramme {

    private static final Color BAR = new Color(0x256EF4);
    private static final Color EMPTY = new Color(0xECF2FE);
    /// In the first row of each column of fourteen bars: within the place for slides, at 16, 72.
    private static final int ROW = 72 + 178;
    private static final int FIRST = 16 + 36;
    private static final int WIDTH = 464;

    @Autowired
    private Clock clock;

    @Autowired
    private DataDirectory data;

    @Test
    void itsBarsAreInTheBroadcastFollowTheirNumbersAndGoWithTheGate() throws Exception {
        Browser host = host();
        var today = LocalDate.now(clock);
        var series = file("ganam", today, "10");
        file("jeomdong", today, "4");
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, series, today);
        slate(host, meeting);
        Attaching.start(host, meeting, Attaching.item(host, meeting, "적설", true));
        assertThat(host.put(path(meeting, "/slide/chart"), """
                {"kind":"UNITS","metric":"snow.depth"}""").status()).isEqualTo(200);
        goOnAir(host, meeting);
        recordMore(host, meeting, 4_000);
        file("sejong", today, "20");
        recordMore(host, meeting, 4_000);
        assertThat(host.post(path(meeting, "/off-air")).status()).isEqualTo(200);
        OnairIT.until("off air", SOON, () -> state(host, meeting).equals("OFF_AIR"));
        recordMore(host, meeting, 2_000);
        meetings.move(meeting, MeetingState.ADJOURNED);

        List<Integer> seen = look(meeting, RealChartIT::tenths);
        assertThat(seen.stream().filter(tenths -> tenths == 10).count())
                .as("ten of ten, for two seconds at least")
                .isGreaterThan(60);
        assertThat(seen.stream().filter(tenths -> tenths == 5).count())
                .as("ten of twenty, once a later report is filed")
                .isGreaterThan(45);
        assertThat(seen.lastIndexOf(10)).isLessThan(seen.indexOf(5));
        assertThat(seen.subList(seen.size() - 30, seen.size()))
                .as("nothing of it off air")
                .containsOnly(0);
    }

    /// How long the first unit's bar is, in tenths of its place; 0 without a chart.
    private static int tenths(YuvFrame frame) {
        int tenths = 0;
        while (tenths < 10 && near(frame, FIRST + (WIDTH * tenths + WIDTH / 2) / 10 & ~1, ROW, BAR)) {
            tenths++;
        }
        boolean rest = tenths == 10 || near(frame, FIRST + WIDTH - 10, ROW, EMPTY);
        return rest ? tenths : 0;
    }

    private SeriesId file(String login, LocalDate date, String snow) {
        var report = ReportDay.open(org.onmaru.server.Browser.as(login, port, data), date.toString());
        report.type(edit("templates", "", "snow"), edit("figure/snow.depth/toDate", "", snow));
        report.filed(false, "");
        return new SeriesId(UUID.fromString(report.series));
    }
}
