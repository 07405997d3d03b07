package org.onmaru.server.hall.agenda.slide;

import java.util.LinkedHashMap;
import java.util.Map;
import org.onmaru.server.hall.agenda.Slide;
import org.onmaru.server.hall.figures.Charts;
import org.springframework.stereotype.Component;

/// Drawn charts: each is drawn once, and the latest are kept.
@Component
class ChartPictures {

    private static final int KEPT = 12;

    private final Map<Key, byte[]> drawn = new LinkedHashMap<>(KEPT, 0.75f, true);

    private record Key(String print, SlideSize size) {}

    /// One at a time: it takes a moment, and most ask for the same.
    synchronized byte[] of(Slide.Chart chart, SlideSize size) {
        var picture = drawn.computeIfAbsent(new Key(chart.print(), size), _ -> Charts.png(chart.facts(), size.times()));
        if (drawn.size() > KEPT) {
            drawn.remove(drawn.keySet().iterator().next());
        }
        return picture;
    }
}
