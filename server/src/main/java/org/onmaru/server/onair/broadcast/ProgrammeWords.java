package org.onmaru.server.onair.broadcast;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.agenda.CurrentItem;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.wire.Layout;
import org.onmaru.wire.Slate;
import org.onmaru.wire.Stage;

/// What stands on the picture and on the slate.
final class ProgrammeWords {

    private ProgrammeWords() {}

    /// With an item its title is the large line, and its unit or who has the floor comes first. An internal one is
    /// never named.
    ///
    /// @param floor identity of who has the floor; empty when nobody
    static Stage stage(MeetingView meeting, Layout layout, @Nullable CurrentItem item, String floor) {
        if (item == null) {
            return new Stage(layout, meeting.title(), subtitle(meeting), "", floor);
        }
        if (!item.open()) {
            return new Stage(layout, meeting.title(), subtitle(meeting), "");
        }
        boolean named = item.unit().isEmpty() || item.title().startsWith(item.unit());
        String whose = named ? "" : item.unit() + " · ";
        return new Stage(layout, item.title(), whose + meeting.title() + " " + subtitle(meeting), item.unit(), floor);
    }

    /// Why citizens see the slate.
    enum Wait {
        BEFORE("곧 시작합니다"),
        CLOSED("비공개 진행 중"),
        FAULT("잠시 기다려 주세요");

        private final String words;

        Wait(String words) {
            this.words = words;
        }
    }

    static Slate slate(MeetingView meeting, Wait wait) {
        return new Slate(meeting.title(), wait.words);
    }

    private static String subtitle(MeetingView meeting) {
        LocalDate date = meeting.date();
        String day = "%d. %d. %d.".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        Integer ordinal = meeting.ordinal();
        if (meeting.rehearsal()) {
            return "리허설 · " + day;
        }
        return ordinal == null ? day : "제" + ordinal + "회 · " + day;
    }
}
