package org.onmaru.wire;

import java.util.List;

/// What a studio tells the server.
public sealed interface Event {

    /// The studio runs and its LL-HLS origin answers.
    ///
    /// @param originPort TCP port on 127.0.0.1 of the origin
    /// @param originKey secret the relay sends as `Authorization: Bearer …`
    /// @param instance path element that makes this programme's URLs unique; kept over restarts
    /// @param resumed true when a journal of an earlier studio was taken up
    record Ready(String programmeId, int originPort, String originKey, String instance, boolean resumed)
            implements Event {}

    /// The gate has moved: from `programmeMs` on, every frame and sample is of this side.
    ///
    /// @param atUnixMs wall clock of the first frame of this side
    /// @param programmeMs programme time of that frame, milliseconds from the programme's first frame
    record GateMoved(Gate gate, GateReason reason, long atUnixMs, long programmeMs) implements Event {}

    /// How it goes, once a second.
    ///
    /// @param gate what leaves the studio now
    /// @param tiles rectangles of the picture and whose they are, in pixels of the programme
    /// @param framesPerSecond frames given to the encoder in the last second
    /// @param lateFrames frames repeated because composing was late, since the start
    /// @param distinctFrames source frames that reached the picture, since the start
    /// @param recordedBytes size of the recording so far, bytes
    /// @param recordedMs length of the recording so far, milliseconds
    /// @param memoryMb resident memory of the process, MiB
    /// @param problems what is wrong now, the most urgent first; one that is over is not in it any more
    record Status(
            Gate gate,
            List<Tile> tiles,
            double framesPerSecond,
            long lateFrames,
            long distinctFrames,
            long recordedBytes,
            long recordedMs,
            long memoryMb,
            List<Problem> problems)
            implements Event {}

    /// Something a person should know; the programme goes on. As an event of its own it tells of a moment and is said
    /// once; what stays wrong is in every [Status] until it is over.
    ///
    /// @param code stable, e.g. `disk-full`, `font-missing`, `room-lost`
    /// @param ko a sentence in Korean
    /// @param en the same in English
    record Problem(String code, String ko, String en) implements Event {}

    /// The programme has ended and its recording is finished.
    ///
    /// @param file path of the finished MP4 relative to the programme's directory; empty when nothing was recorded
    /// @param durationMs its length in milliseconds
    record Ended(String file, long durationMs, long bytes) implements Event {}
}
