package org.onmaru.server.hall.minutes.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.onmaru.server.city.paper.PaperAnswer;
import org.onmaru.server.city.paper.Papers;
import org.onmaru.server.hall.minutes.MinutesDesk;
import org.onmaru.server.hall.minutes.MinutesPaper;
import org.onmaru.server.hall.minutes.SigningDesk;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Signed minutes as files, whole, for those who may read what is internal.
@RestController
class MinutesFileApi {

    private final MinutesRights rights;
    private final MinutesDesk desk;
    private final SigningDesk signing;
    private final Readings readings;
    private final Papers papers;

    MinutesFileApi(MinutesRights rights, MinutesDesk desk, SigningDesk signing, Readings readings, Papers papers) {
        this.rights = rights;
        this.desk = desk;
        this.signing = signing;
        this.readings = readings;
        this.papers = papers;
    }

    @GetMapping("/api/v1/meetings/{id}/minutes/versions/{number}/file.{ending}")
    ResponseEntity<byte[]> downloadMinutes(
            @PathVariable UUID id,
            @PathVariable int number,
            @Parameter(schema = @Schema(allowableValues = {"pdf", "html", "odt", "hwpx"})) @PathVariable
                    String ending) {
        var meeting = rights.read(id);
        var format = PaperAnswer.format(ending);
        var version = signing.version(meeting.id(), number);
        readings.read(desk.of(meeting), number, rights.person());
        return PaperAnswer.of(
                papers.write(MinutesPaper.of(version), List.of(), format),
                format,
                version.content().name() + " 회의록 내부용",
                meeting.date(),
                CacheControl.noStore());
    }
}
