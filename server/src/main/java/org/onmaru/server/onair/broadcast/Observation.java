package org.onmaru.server.onair.broadcast;

import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.agenda.CurrentItem;
import org.onmaru.server.hall.agenda.Slide;
import org.onmaru.server.hall.meeting.MeetingView;

/// What the database said about a meeting.
///
/// @param item what is being talked about; null when no item runs
/// @param slide what is on the stage; null when nothing
/// @param floor identity of who has the floor; empty when nobody
/// @param version number of the last wish that was known when the question was asked; an answer older than the latest
///     wish says nothing about wishes
record Observation(
        MeetingView meeting,
        @Nullable CurrentItem item,
        @Nullable Slide slide,
        String floor,
        Wish wish,
        long version) {}
