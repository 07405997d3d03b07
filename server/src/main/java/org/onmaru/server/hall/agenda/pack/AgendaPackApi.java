package org.onmaru.server.hall.agenda.pack;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.paper.PaperAnswer;
import org.onmaru.server.city.paper.Papers;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.problem.Problem;
import org.springframework.http.CacheControl;
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
        var format = PaperAnswer.format(ending);
        var pack = desk.pack(meeting, reader);
        return PaperAnswer.of(
                papers.write(PackPaper.of(pack), PackPaper.enclosures(pack), format),
                format,
                name(pack),
                pack.date(),
                CacheControl.noStore());
    }

    /// E.g. `통합재난 안전대책 영상회의 제287회 안건 자료`.
    private static String name(Pack pack) {
        var which = pack.rehearsal() ? " 리허설" : pack.ordinal() == null ? "" : " 제" + pack.ordinal() + "회";
        return pack.title() + which + " 안건 자료";
    }
}
