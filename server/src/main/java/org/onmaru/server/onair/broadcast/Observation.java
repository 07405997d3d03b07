package org.onmaru.server.onair.broadcast;

import org.onmaru.server.hall.meeting.MeetingView;

/// What the database said about a meeting.
///
/// @param version number of the last wish that was known when the question was asked; an answer older than the latest
///     wish says nothing about wishes
record Observation(MeetingView meeting, Wish wish, long version) {}
