package org.onmaru.server.hall.agenda.slide;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.hall.agenda.SlideAnswer;
import org.onmaru.server.hall.figures.ChartChoice;
import org.onmaru.server.hall.figures.ChartKind;
import org.onmaru.server.hall.figures.ChartOffer;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is on a meeting's stage: a page of a file, or a chart of the city's figures.
@RestController
@RequestMapping("/api/v1/meetings/{id}/slide")
class SlideApi {

    private final Access access;
    private final Meetings meetings;
    private final SlideDesk desk;
    private final ChartDesk charts;

    SlideApi(Access access, Meetings meetings, SlideDesk desk, ChartDesk charts) {
        this.access = access;
        this.meetings = meetings;
        this.desk = desk;
        this.charts = charts;
    }

    /// @param attachmentId a file beside the current item
    /// @param page from 1; a picture has one
    record ShowSlide(@NotNull UUID attachmentId, @Min(1) int page) {}

    /// @param metric left out for a table of all
    record ShowChart(@NotNull ChartKind kind, @Nullable String metric) {

        ChartChoice choice() {
            return new ChartChoice(kind, kind == ChartKind.TABLE ? null : metric);
        }
    }

    @GetMapping
    SlideAnswer getSlide(@PathVariable UUID id) {
        var meeting = seen(id);
        return answer(meeting);
    }

    /// Puts a page on the stage, or turns to it.
    @PutMapping
    SlideAnswer putSlide(@PathVariable UUID id, @Valid @RequestBody ShowSlide body) {
        var meeting = shown(id);
        desk.show(meeting, body.attachmentId, body.page);
        return answer(meeting);
    }

    /// Metrics of which there are charts now, for those who may put one there.
    @GetMapping("/charts")
    List<ChartOffer> getCharts(@PathVariable UUID id) {
        return charts.offers(shown(id));
    }

    /// Puts a chart of the figures of the meeting's day on the stage.
    @PutMapping("/chart")
    SlideAnswer putChart(@PathVariable UUID id, @Valid @RequestBody ShowChart body) {
        var meeting = shown(id);
        charts.show(meeting, body.choice());
        return answer(meeting);
    }

    /// How a chart would look, for those who may put it there.
    @GetMapping(path = "/chart-preview", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> getChartPreview(
            @PathVariable UUID id,
            @RequestParam ChartKind kind,
            @RequestParam(required = false) @Nullable String metric) {
        return picture(charts.preview(shown(id), new ShowChart(kind, metric).choice()));
    }

    /// The chart's picture; only of the one that is on the stage.
    ///
    /// @param print names what it says
    /// @param fine true for one of twice the size
    @GetMapping(path = "/chart/{print}", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> getChartPicture(
            @PathVariable UUID id, @PathVariable String print, @RequestParam(defaultValue = "false") boolean fine) {
        var meeting = seen(id);
        return picture(
                desk.chartForRoom(meeting, print, fine ? SlideSize.FINE : SlideSize.STAGE, seesInternal(meeting)));
    }

    @DeleteMapping
    SlideAnswer takeOffSlide(@PathVariable UUID id) {
        var meeting = shown(id);
        desk.takeOff(meeting);
        return answer(meeting);
    }

    /// The slide's picture; only of the one that is on the stage.
    ///
    /// @param fine true for one of twice the size
    @GetMapping(path = "/{attachmentId}/{page}", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> getSlidePicture(
            @PathVariable UUID id,
            @PathVariable UUID attachmentId,
            @PathVariable int page,
            @RequestParam(defaultValue = "false") boolean fine) {
        var meeting = seen(id);
        return picture(desk.forRoom(
                meeting, attachmentId, page, fine ? SlideSize.FINE : SlideSize.STAGE, seesInternal(meeting)));
    }

    private static ResponseEntity<byte[]> picture(byte[] png) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(png);
    }

    private boolean seesInternal(MeetingView meeting) {
        return access.permissions(access.current(), meeting.scope()).contains(Permission.SEE_INTERNAL);
    }

    private SlideAnswer answer(MeetingView meeting) {
        var actor = access.current();
        return desk.look(meeting).answer(actor, access.permissions(actor, meeting.scope()));
    }

    private MeetingView meeting(UUID id) {
        return meetings.find(new MeetingId(id))
                .orElseThrow(() -> Problem.missing("no-meeting", "그런 회의가 없습니다.", "There is no such meeting."));
    }

    /// Everybody in the room, guests too.
    private MeetingView seen(UUID id) {
        var meeting = meeting(id);
        if (!seesInternal(meeting)) {
            access.require(Permission.JOIN, meeting.scope());
        }
        return meeting;
    }

    private MeetingView shown(UUID id) {
        var meeting = meeting(id);
        var actor = access.current();
        if (!desk.look(meeting).mayShow(actor, access.permissions(actor, meeting.scope()))) {
            access.require(Permission.PREPARE, meeting.scope());
        }
        return meeting;
    }
}
