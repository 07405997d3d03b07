package org.onmaru.server.hall.agenda.pack;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.paper.PaperFormat;
import org.onmaru.server.city.paper.Papers;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The agenda of a meeting with its annexes, to be printed or handed out.
@RestController
@RequestMapping("/api/v1/meetings/{id}/agenda")
class AgendaPackApi {

    private final Access access;
    private final Meetings meetings;
    private final PackDesk desk;
    private final Papers papers;

    AgendaPackApi(Access access, Meetings meetings, PackDesk desk, Papers papers) {
        this.access = access;
        this.meetings = meetings;
        this.desk = desk;
        this.papers = papers;
    }

    /// As much of it as the caller may see.
    @GetMapping("/pack.{ending}")
    ResponseEntity<byte[]> downloadAgendaPack(
            @PathVariable UUID id,
            @Parameter(schema = @Schema(allowableValues = {"pdf", "html", "odt", "hwpx"})) @PathVariable
                    String ending) {
        var meeting = meetings.find(new MeetingId(id))
                .orElseThrow(() -> Problem.missing("no-meeting", "그런 회의가 없습니다.", "There is no such meeting."));
        var reader = PackReader.of(access, meeting);
        var format = PaperFormat.ending(ending)
                .orElseThrow(() -> Problem.missing(
                        "paper-format", "안건 자료는 그 형식으로 받을 수 없습니다.", "The pack does not come in that format."));
        var pack = desk.pack(meeting, reader);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(pack, format))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(papers.write(PackPaper.of(pack), PackPaper.enclosures(pack), format));
    }

    /// E.g. `통합재난 안전대책 영상회의 제287회 안건 자료(20201208).pdf`, without what file systems forbid.
    private static String disposition(Pack pack, PaperFormat format) {
        var which = pack.rehearsal() ? " 리허설" : pack.ordinal() == null ? "" : " 제" + pack.ordinal() + "회";
        var name = "%s%s 안건 자료(%s).%s"
                .formatted(
                        pack.title().replaceAll("[\\\\/:*?\"<>|]", " "),
                        which,
                        DateTimeFormatter.BASIC_ISO_DATE.format(pack.date()),
                        format.ending());
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
