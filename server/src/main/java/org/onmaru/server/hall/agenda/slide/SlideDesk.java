package org.onmaru.server.hall.agenda.slide;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.attachment.Attachment;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.hall.agenda.AgendaChanged;
import org.onmaru.server.hall.agenda.Agendas;
import org.onmaru.server.hall.agenda.CurrentItem;
import org.onmaru.server.hall.agenda.ItemAttachments;
import org.onmaru.server.hall.agenda.Slide;
import org.onmaru.server.hall.agenda.SlideChanged;
import org.onmaru.server.hall.agenda.Slides;
import org.onmaru.server.hall.agenda.attachment.ItemAttachmentDesk;
import org.onmaru.server.hall.agenda.slide.draw.Drawn;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts pages of the current item's files on the stage and takes them off. A slide goes with its item: when that ends,
/// becomes internal or public, or loses the file. Permissions were checked by the caller.
@Service
class SlideDesk implements Slides {

    private static final Logger log = LoggerFactory.getLogger(SlideDesk.class);

    private final SlideStore store;
    private final SlidePictures pictures;
    private final ChartPictures charts;
    private final Agendas agendas;
    private final ItemAttachments attachments;
    private final ItemAttachmentDesk files;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    SlideDesk(
            SlideStore store,
            SlidePictures pictures,
            ChartPictures charts,
            Agendas agendas,
            ItemAttachments attachments,
            ItemAttachmentDesk files,
            Audit audit,
            ApplicationEventPublisher events) {
        this.store = store;
        this.pictures = pictures;
        this.charts = charts;
        this.agendas = agendas;
        this.attachments = attachments;
        this.files = files;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public Map<MeetingId, Slide> of(Collection<MeetingId> meetings) {
        return store.of(meetings);
    }

    @Override
    public SlideSight look(MeetingView meeting) {
        var current = agendas.current(meeting.id()).orElse(null);
        if (current == null) {
            return SlideSight.NOTHING;
        }
        var unit = agendas.of(meeting)
                .item(current.key())
                .flatMap(item -> Optional.ofNullable(item.unit()))
                .orElse(null);
        return new SlideSight(
                store.of(meeting.id()).orElse(null),
                current,
                unit,
                attachments.of(meeting.id(), current.key()).stream()
                        .filter(one -> SlidePictures.shows(one.type()))
                        .toList());
    }

    /// Puts a page on the stage. It is drawn first: what cannot be drawn changes nothing.
    ///
    /// @param page from 1
    /// @throws Problem when it belongs to another item, is no page of it, or cannot be drawn
    void show(MeetingView meeting, UUID file, int page) {
        var item = agendas.current(meeting.id()).orElseThrow(SlideProblems::otherItem);
        var attachment = find(meeting.id(), item.key(), file).orElseThrow(SlideProblems::otherItem);
        var drawn = drawn(meeting.id(), attachment, page, SlideSize.STAGE);
        boolean shown = agendas.during(meeting, item.key(), now -> put(meeting, now, attachment, page, drawn.pages()));
        if (!shown) {
            throw SlideProblems.otherItem();
        }
        drawAhead(meeting.id(), attachment, page, drawn.pages());
    }

    private void put(MeetingView meeting, CurrentItem now, Attachment attachment, int page, int pages) {
        if (find(meeting.id(), now.key(), attachment.id()).isEmpty()) {
            throw SlideProblems.otherItem(); // taken away while it was drawn
        }
        put(
                meeting,
                new Slide(now.key(), now.open(), new Slide.Page(attachment.id(), attachment.name(), page, pages)),
                "slide.shown");
    }

    /// Within the transaction that holds the agenda; nothing happens when it is there already.
    void put(MeetingView meeting, Slide after, String action) {
        var before = store.of(meeting.id()).orElse(null);
        if (!after.equals(before)) {
            store.put(meeting.id(), after);
            changed(action, meeting.id(), before, after);
        }
    }

    /// Nothing happens when there is no slide.
    @Transactional
    void takeOff(MeetingView meeting) {
        store.of(meeting.id()).ifPresent(before -> {
            store.remove(meeting.id());
            changed("slide.taken-off", meeting.id(), before, null);
        });
    }

    /// Within the transaction that changes the agenda: whoever sees that no longer sees the slide.
    @EventListener
    void follow(AgendaChanged change) {
        store.of(change.meeting())
                .filter(slide -> !belongs(change.meeting(), slide, change.current()))
                .ifPresent(before -> {
                    store.remove(change.meeting());
                    changed("slide.taken-off", change.meeting(), before, null);
                });
    }

    private boolean belongs(MeetingId meeting, Slide slide, @Nullable CurrentItem current) {
        return current != null
                && current.key().equals(slide.key())
                && current.open() == slide.open()
                && switch (slide.content()) {
                    case Slide.Page page ->
                        find(meeting, slide.key(), page.attachment()).isPresent();
                    case Slide.Chart _ -> true;
                };
    }

    private void changed(String action, MeetingId meeting, @Nullable Slide before, @Nullable Slide after) {
        audit.changed(action, Subject.of("meeting", meeting.value()), before, after);
        events.publishEvent(new SlideChanged(meeting));
    }

    @Override
    public byte[] forStudio(MeetingId meeting, UUID attachment, int page) {
        return onStage(meeting, attachment, page, SlideSize.STAGE, forCitizens(meeting));
    }

    @Override
    public byte[] chartForStudio(MeetingId meeting, String print) {
        return chartOnStage(meeting, print, SlideSize.STAGE, forCitizens(meeting));
    }

    private Predicate<Slide> forCitizens(MeetingId meeting) {
        var current = agendas.current(meeting).filter(CurrentItem::open).orElseThrow(SlideProblems::missing);
        return slide -> slide.open() && slide.key().equals(current.key());
    }

    /// The picture of the slide that is on the stage, for people in the meeting.
    ///
    /// @param seesInternal whether they may see what citizens may not
    /// @throws Problem when it is not on the stage, or cannot be drawn
    byte[] forRoom(MeetingView meeting, UUID attachment, int page, SlideSize size, boolean seesInternal) {
        return onStage(meeting.id(), attachment, page, size, slide -> slide.open() || seesInternal);
    }

    /// The same of a chart.
    byte[] chartForRoom(MeetingView meeting, String print, SlideSize size, boolean seesInternal) {
        return chartOnStage(meeting.id(), print, size, slide -> slide.open() || seesInternal);
    }

    private byte[] chartOnStage(MeetingId meeting, String print, SlideSize size, Predicate<Slide> maySee) {
        var slide = store.of(meeting).filter(maySee).orElseThrow(SlideProblems::missing);
        if (slide.content() instanceof Slide.Chart chart && chart.print().equals(print)) {
            return charts.of(chart, size);
        }
        throw SlideProblems.missing();
    }

    private byte[] onStage(MeetingId meeting, UUID attachment, int page, SlideSize size, Predicate<Slide> maySee) {
        var slide = store.of(meeting)
                .filter(one -> one.content() instanceof Slide.Page shown
                        && shown.attachment().equals(attachment)
                        && shown.page() == page)
                .filter(maySee)
                .orElseThrow(SlideProblems::missing);
        var file = find(meeting, slide.key(), attachment).orElseThrow(SlideProblems::missing);
        return drawn(meeting, file, page, size).png();
    }

    private Optional<Attachment> find(MeetingId meeting, String key, UUID attachment) {
        return attachments.find(meeting, key, attachment);
    }

    private Drawn.Page drawn(MeetingId meeting, Attachment attachment, int page, SlideSize size) {
        return pictures.of(attachment, files.file(meeting, attachment.id()), page, size);
    }

    /// The same page for large screens, and the next page, which is asked for next.
    private void drawAhead(MeetingId meeting, Attachment attachment, int page, int pages) {
        Thread.ofVirtual().name("slide-ahead").start(() -> {
            try {
                drawn(meeting, attachment, page, SlideSize.FINE);
                for (var size : page < pages ? List.of(SlideSize.values()) : List.<SlideSize>of()) {
                    drawn(meeting, attachment, page + 1, size);
                }
            } catch (RuntimeException notNow) {
                log.debug("a page could not be drawn ahead: {}", notNow.toString());
            }
        });
    }
}
