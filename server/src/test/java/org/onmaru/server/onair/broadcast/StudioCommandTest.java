package org.onmaru.server.onair.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.util.unit.DataSize;

class StudioCommandTest {

    private static final MeetingId ID = new MeetingId(UUID.randomUUID());

    @TempDir
    Path programmes;

    @Test
    void theReserveOfTheDiskIsGivenToWhoeverWrites() throws IOException {
        var command = new StudioCommand(
                new StudioSettings(List.of("studio"), List.of(), DataSize.ofGigabytes(3)), programmes);
        var meeting = new MeetingView(
                ID,
                new SeriesId(UUID.randomUUID()),
                "회의",
                "Meeting",
                1,
                LocalDate.of(2020, 12, 8),
                Instant.EPOCH,
                60,
                MeetingState.OPEN,
                false,
                true,
                null,
                null,
                false);

        assertThat(command.carry(meeting, 8080, "secret").command())
                .containsSequence("--reserve", "3221225472")
                .doesNotContain("secret");
        assertThat(command.finish(ID).command()).containsSequence("--reserve", "3221225472");
    }
}
