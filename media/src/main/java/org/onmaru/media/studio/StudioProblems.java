package org.onmaru.media.studio;

import java.io.IOException;
import org.onmaru.wire.Event;

/// The studio's sentences for the people who run the meeting.
final class StudioProblems {

    private StudioProblems() {}

    static Event.Problem cannotBegin(IOException why) {
        return new Event.Problem(
                "cannot-begin",
                "방송을 시작하지 못했습니다. 디스크 여유와 데이터 폴더의 권한을 확인하세요: " + why.getMessage(),
                "The broadcast cannot begin. Check the disk's free space and the data directory's permissions: "
                        + why.getMessage());
    }

    static Event.Problem late(long frames) {
        return new Event.Problem(
                "late",
                "방송 화면이 밀리고 있습니다(10초에 %d장). 이 컴퓨터의 다른 프로그램을 멈춰 주세요.".formatted(frames),
                "The picture is late (%d frames in 10 s). Stop other programs on this machine.".formatted(frames));
    }

    static Event.Problem notFinished(IOException why) {
        return new Event.Problem(
                "recording-not-finished",
                "녹화 파일을 마무리하지 못했습니다. 조각 파일은 그대로 있으며 서버가 다시 시도합니다: " + why.getMessage(),
                "The recording could not be finished. Its parts are kept and the server tries again: "
                        + why.getMessage());
    }
}
