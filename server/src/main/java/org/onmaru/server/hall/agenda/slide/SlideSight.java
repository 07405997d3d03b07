package org.onmaru.server.hall.agenda.slide;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.attachment.Attachment;
import org.onmaru.server.city.attachment.AttachmentAnswer;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.hall.agenda.CurrentItem;
import org.onmaru.server.hall.agenda.Slide;
import org.onmaru.server.hall.agenda.SlideAnswer;
import org.onmaru.server.hall.agenda.SlideAnswer.ShownChart;
import org.onmaru.server.hall.agenda.SlideAnswer.ShownSlide;
import org.onmaru.server.hall.agenda.Slides;
import org.onmaru.server.hall.figures.ChartWords;

/// What a meeting's stage showed at one moment, and who may change it: whoever prepares the agenda, and the people of
/// the unit that presents the current item.
///
/// @param current null when no item runs
/// @param unit that presents it; null when nobody in particular
/// @param files beside it that can be shown
record SlideSight(
        @Nullable Slide slide,
        @Nullable CurrentItem current,
        @Nullable UnitId unit,
        List<Attachment> files) implements Slides.Sight {

    static final SlideSight NOTHING = new SlideSight(null, null, null, List.of());

    @Override
    public SlideAnswer answer(Actor actor, Set<Permission> permissions) {
        boolean sees = current != null && (current.open() || permissions.contains(Permission.SEE_INTERNAL));
        boolean mayShow = mayShow(actor, permissions);
        return new SlideAnswer(
                sees ? page(slide) : null,
                sees ? chart(slide) : null,
                mayShow,
                mayShow ? files.stream().map(AttachmentAnswer::of).toList() : List.of());
    }

    private static @Nullable ShownSlide page(@Nullable Slide slide) {
        return slide != null && slide.content() instanceof Slide.Page page
                ? new ShownSlide(page.attachment(), page.name(), page.page(), page.pages(), slide.open())
                : null;
    }

    private static @Nullable ShownChart chart(@Nullable Slide slide) {
        return slide != null && slide.content() instanceof Slide.Chart chart
                ? new ShownChart(
                        chart.choice().kind(),
                        chart.choice().metric(),
                        chart.print(),
                        slide.open(),
                        ChartWords.KO.text(chart.facts()),
                        ChartWords.EN.text(chart.facts()))
                : null;
    }

    boolean mayShow(Actor actor, Set<Permission> permissions) {
        if (current == null || !(current.open() || permissions.contains(Permission.SEE_INTERNAL))) {
            return false;
        }
        return permissions.contains(Permission.PREPARE)
                || (permissions.contains(Permission.JOIN) && unit != null && unit.equals(unitOf(actor)));
    }

    private static @Nullable UnitId unitOf(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> person.unit();
            case Actor.Guest guest -> guest.unit();
            case Actor.Anonymous _, Actor.Operator _ -> null;
        };
    }
}
