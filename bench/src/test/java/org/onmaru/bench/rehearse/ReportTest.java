package org.onmaru.bench.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Report.Line GOOD =
            new Report.Line("북내면", true, true, true, true, 25, 24.9, 30.0, 400.0, 600.0, 1500.0, 1900.0);
    private static final Report.Line SILENT =
            new Report.Line("보건소", true, true, true, false, 25, 25, 30.0, 400.0, 600.0, 1500.0, 1900.0);

    @Test
    void allArrivedSaysHowLateCitizensAre() {
        var report = new Report("rehearsal", 10, true, List.of(GOOD, GOOD), "");
        assertThat(report.allArrived()).isTrue();
        assertThat(report.text()).contains("2곳 모두").contains("1.9초").contains("1500 / 1900");
    }

    @Test
    void oneThatIsNotHeardIsNamed() {
        var report = new Report("rehearsal", 10, true, List.of(GOOD, SILENT), "");
        assertThat(report.allArrived()).isFalse();
        assertThat(report.text()).contains("2곳 중 1곳").contains("보건소(방송 소리)");
    }

    @Test
    void offAirOnlyTheRoomIsJudgedAndThatIsNotAll() {
        var report = new Report("real", 10, false, List.of(SILENT), "");
        assertThat(report.allArrived()).isFalse();
        assertThat(report.text()).contains("방송 중이 아니어서").doesNotContain("방송 소리)");
    }

    @Test
    void columnsLineUpThoughHangulIsWide() {
        var table = new TextTable("이름", "b");
        table.row("abcdef", "x");
        table.row("가나", "x");
        List<String> lines = table.toString().lines().toList();
        assertThat(TextTable.width(lines.get(0))).isEqualTo(TextTable.width(lines.get(1)));
        assertThat(lines.get(2)).isEqualTo("가나    x");
    }
}
