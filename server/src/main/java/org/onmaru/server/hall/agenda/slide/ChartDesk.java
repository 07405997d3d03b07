package org.onmaru.server.hall.agenda.slide;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.onmaru.server.hall.agenda.Agendas;
import org.onmaru.server.hall.agenda.Slide;
import org.onmaru.server.hall.figures.ChartChoice;
import org.onmaru.server.hall.figures.ChartOffer;
import org.onmaru.server.hall.figures.Charts;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.hall.report.Catalogue;
import org.onmaru.server.hall.report.CatalogueChanged;
import org.onmaru.server.hall.report.CityFigureChanged;
import org.onmaru.server.hall.report.ReportFiled;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// Charts of the city's figures on the stage: put there like a page of a file, and drawn anew when a figure that they
/// show becomes another. Permissions were checked by the caller.
@Service
class ChartDesk {

    private static final Logger log = LoggerFactory.getLogger(ChartDesk.class);
    private static final int PRINT_BYTES = 12;

    private final Charts charts;
    private final Catalogue catalogue;
    private final ChartPictures pictures;
    private final SlideDesk desk;
    private final SlideStore store;
    private final Agendas agendas;
    private final Meetings meetings;

    ChartDesk(
            Charts charts,
            Catalogue catalogue,
            ChartPictures pictures,
            SlideDesk desk,
            SlideStore store,
            Agendas agendas,
            Meetings meetings) {
        this.charts = charts;
        this.catalogue = catalogue;
        this.pictures = pictures;
        this.desk = desk;
        this.store = store;
        this.agendas = agendas;
        this.meetings = meetings;
    }

    /// Metrics of which there are charts while the current item runs; none while none does.
    List<ChartOffer> offers(MeetingView meeting) {
        return agendas.current(meeting.id())
                .map(item -> charts.offers(meeting, item.open()))
                .orElse(List.of());
    }

    /// How a chart would look now.
    ///
    /// @throws Problem when it cannot be shown while the current item runs
    byte[] preview(MeetingView meeting, ChartChoice choice) {
        var item = agendas.current(meeting.id()).orElseThrow(SlideProblems::noItem);
        return pictures.of(chart(meeting, choice, item.open()), SlideSize.STAGE);
    }

    /// What citizens may know stays as it is until the chart is there: whoever narrows it finds the chart then.
    ///
    /// @throws Problem when it cannot be shown while the current item runs
    @Transactional
    void show(MeetingView meeting, ChartChoice choice) {
        catalogue.holdStill();
        var item = agendas.current(meeting.id()).orElseThrow(SlideProblems::noItem);
        boolean shown = agendas.during(
                meeting,
                item.key(),
                now -> desk.put(
                        meeting, new Slide(now.key(), now.open(), chart(meeting, choice, now.open())), "slide.shown"));
        if (!shown) {
            throw SlideProblems.noItem();
        }
    }

    private Slide.Chart chart(MeetingView meeting, ChartChoice choice, boolean open) {
        var facts = charts.of(meeting, choice, open);
        return new Slide.Chart(choice, facts, print(choice + facts.toString()));
    }

    /// Once it is filed: filing a report never fails because of a chart.
    @TransactionalEventListener(fallbackExecution = true)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void follow(ReportFiled filed) {
        redraw(filed.series(), filed.date());
    }

    @TransactionalEventListener(fallbackExecution = true)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void follow(CityFigureChanged change) {
        redraw(change.series(), change.date());
    }

    /// What citizens may not know any more comes off the stage where they see it.
    @TransactionalEventListener(fallbackExecution = true)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void follow(CatalogueChanged change) {
        store.withCharts().forEach(id -> meetings.find(id).ifPresent(this::redraw));
    }

    /// A correction moves the days after it too, so every chart that ends then or later is looked at.
    private void redraw(SeriesId series, LocalDate date) {
        for (var id : store.withCharts()) {
            meetings.find(id)
                    .filter(meeting ->
                            meeting.series().equals(series) && !meeting.date().isBefore(date))
                    .ifPresent(this::redraw);
        }
    }

    private void redraw(MeetingView meeting) {
        agendas.current(meeting.id())
                .ifPresent(item -> agendas.during(
                        meeting,
                        item.key(),
                        now -> store.of(meeting.id())
                                .filter(slide -> slide.key().equals(now.key()) && slide.open() == now.open())
                                .ifPresent(slide -> redraw(meeting, slide))));
    }

    private void redraw(MeetingView meeting, Slide slide) {
        if (!(slide.content() instanceof Slide.Chart chart)) {
            return;
        }
        catalogue.holdStill();
        try {
            var now = chart(meeting, chart.choice(), slide.open());
            desk.put(meeting, new Slide(slide.key(), slide.open(), now), "slide.redrawn");
        } catch (Problem nothingToShow) {
            log.info("a chart comes off the stage: {}", nothingToShow.getMessage());
            desk.takeOff(meeting);
        }
    }

    private static String print(String facts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(facts.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, PRINT_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
