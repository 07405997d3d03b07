package org.onmaru.server.hall.agenda;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.attachment.AttachmentAnswer;
import org.onmaru.server.hall.figures.ChartKind;
import org.onmaru.server.hall.figures.ChartText;

/// What stands on the stage as one person in the meeting knows it, over HTTP and in live updates: a slide, a chart, or
/// neither.
///
/// @param slide null when there is none, or none that they may see
/// @param chart likewise
/// @param mayShow whether they may put something there, turn its pages and take it off now
/// @param files those beside the current item that can be shown; empty for those who may not
public record SlideAnswer(
        @Nullable ShownSlide slide, @Nullable ShownChart chart, boolean mayShow, List<AttachmentAnswer> files) {

    public SlideAnswer {
        files = List.copyOf(files);
    }

    /// @param attachmentId of the file, which belongs to the current item
    /// @param name of the file
    /// @param page from 1
    /// @param open whether it may be broadcast
    public record ShownSlide(UUID attachmentId, String name, int page, int pages, boolean open) {}

    /// @param metric null for a table
    /// @param print names its picture; another when its numbers are others
    /// @param open whether it may be broadcast
    public record ShownChart(
            ChartKind kind, @Nullable String metric, String print, boolean open, ChartText ko, ChartText en) {}
}
