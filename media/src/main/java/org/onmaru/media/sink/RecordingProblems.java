package org.onmaru.media.sink;

import org.onmaru.wire.Event;

/// The recording's sentences for the people who run the meeting.
final class RecordingProblems {

    private RecordingProblems() {}

    /// @param reserve bytes that stay free
    static Event.Problem full(long reserve) {
        return new Event.Problem(
                "disk-full",
                "디스크에 남은 공간이 %d MB보다 적어 녹화를 멈췄습니다. 방송은 계속됩니다. 공간을 비우면 녹화가 저절로 다시 시작됩니다.".formatted(megabytes(reserve)),
                ("Less than %d MB are left on the disk, so recording has stopped; the broadcast goes on."
                                + " Recording begins again by itself once there is room.")
                        .formatted(megabytes(reserve)));
    }

    static Event.Problem failed() {
        return new Event.Problem(
                "recording-failed",
                "녹화 파일에 쓸 수 없어 녹화를 멈췄습니다. 방송은 계속되고, 녹화는 계속 다시 시도합니다.",
                "The recording cannot be written and has stopped; the broadcast goes on, and recording keeps trying.");
    }

    /// @param usable bytes that are left
    static Event.Problem low(long usable, long reserve) {
        return new Event.Problem(
                "disk-low",
                "디스크에 남은 공간이 %d MB입니다. %d MB보다 적어지면 녹화가 멈춥니다.".formatted(megabytes(usable), megabytes(reserve)),
                "The disk has %d MB left; below %d MB recording stops."
                        .formatted(megabytes(usable), megabytes(reserve)));
    }

    static Event.Problem behind() {
        return new Event.Problem(
                "recording-behind",
                "디스크가 느려 녹화 일부가 빠졌습니다.",
                "The disk is too slow; a part of the recording is missing.");
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }
}
