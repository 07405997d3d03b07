package org.onmaru.media.programme;

import org.onmaru.wire.Event;

/// The sentences a programme has for the people who run the meeting.
final class Problems {

    private Problems() {}

    static Event.Problem roomLost() {
        return new Event.Problem(
                "room-lost",
                "스튜디오가 회의실에 들어가지 못하고 있습니다. 시민에게는 대기화면이 나갑니다. 계속 다시 시도합니다.",
                "The studio cannot enter the room. Citizens see the slate. It keeps trying.");
    }

    static Event.Problem slideMissing() {
        return new Event.Problem(
                "slide-missing",
                "화면 자료를 방송에 띄우지 못했습니다. 내렸다가 다시 띄워 주세요.",
                "The slide could not be brought into the broadcast. Take it off and show it again.");
    }

    static Event.Problem broken(String what) {
        return new Event.Problem(
                "broken",
                "방송 화면을 만들지 못해 대기화면으로 바꿨습니다: " + what,
                "The picture could not be made, so the slate is shown: " + what);
    }
}
