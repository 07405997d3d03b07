package org.onmaru.server.onair.broadcast;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.agenda.CurrentItem;
import org.onmaru.server.hall.agenda.Slide;
import org.onmaru.wire.Command;
import org.onmaru.wire.Slate;
import org.onmaru.wire.Stage;

/// What one studio was told to show: tells it what is new. The broadcast thread only.
final class Dressing {

    /// Where studios fetch slides, see [StudioSlides].
    static final String SLIDES = "/internal/studio/slides/";

    /// And charts, by what they say: what says something else is fetched anew.
    static final String CHART = "chart/";

    private @Nullable Stage stage;
    private @Nullable Slate slate;
    private org.onmaru.wire.@Nullable Slide slide;
    private boolean knowsSlide;

    /// It is another studio.
    void forget() {
        stage = null;
        slate = null;
        forgetSlide();
    }

    /// It is off air, so it holds no slide: the next time on air it is told everything again.
    void forgetSlide() {
        knowsSlide = false;
    }

    /// It began with these.
    void begun(Stage first, Slate shown) {
        stage = first;
        slate = shown;
    }

    void words(StudioLink to, Stage now, Slate shown) {
        if (!now.equals(stage)) {
            stage = now;
            to.send(new Command.ShowStage(now));
        }
        if (!shown.equals(slate)) {
            slate = shown;
            to.send(new Command.ShowSlate(shown));
        }
    }

    /// Of a studio that is on air.
    void slide(StudioLink to, @Nullable Slide shown, @Nullable CurrentItem item) {
        var now = forCitizens(shown, item);
        if (knowsSlide && Objects.equals(now, slide)) {
            return;
        }
        knowsSlide = true;
        slide = now;
        to.send(now == null ? new Command.TakeOffSlide() : new Command.ShowSlide(now));
    }

    /// Only what was put there while its item was public, and only while that item runs and is public still.
    private static org.onmaru.wire.@Nullable Slide forCitizens(@Nullable Slide shown, @Nullable CurrentItem item) {
        if (shown == null
                || item == null
                || !shown.open()
                || !item.open()
                || !item.key().equals(shown.key())) {
            return null;
        }
        return new org.onmaru.wire.Slide(SLIDES
                + switch (shown.content()) {
                    case Slide.Page page -> page.attachment() + "/" + page.page();
                    case Slide.Chart chart -> CHART + chart.print();
                });
    }
}
