package org.onmaru.server.hall.meeting;

import static org.onmaru.server.hall.meeting.MeetingState.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;

/// One sitting; guards its own life. Each step answers with the meeting after it, or refuses with a sentence.
///
/// @param opensAt when it opens by itself, if it does
/// @param minutes how long it is planned to take
/// @param broadcast whether it is meant for citizens
/// @param adjournedEmpty true when nobody adjourned it, but its room stayed empty
record Meeting(
        MeetingId id,
        SeriesId series,
        String title,
        String titleEn,
        LocalDate date,
        @Nullable Integer sitting,
        boolean automatic,
        Instant startsAt,
        Instant opensAt,
        int minutes,
        MeetingState state,
        boolean rehearsal,
        boolean broadcast,
        @Nullable Integer ordinal,
        @Nullable Instant openedAt,
        @Nullable Instant startedAt,
        @Nullable Instant adjournedAt,
        @Nullable Instant cancelledAt,
        boolean adjournedEmpty) {

    /// Nobody opens a meeting earlier than this before it is due.
    private static final Duration EARLIEST = Duration.ofHours(24);

    /// A meeting that nobody started is over this long after its planned end.
    private static final Duration LAPSES_AFTER = Duration.ofHours(6);

    /// A rehearsal that was left in session, e.g. by a command that was killed, is over this long after.
    private static final Duration REHEARSAL_WAITS = Duration.ofMinutes(10);

    /// After its planned end a meeting stays on air this long for people to come back.
    private static final Duration AIR_WAITS = Duration.ofMinutes(30);

    /// After its planned end a meeting stays in session this long for people to come back.
    private static final Duration MEETING_WAITS = Duration.ofHours(2);

    /// @param ordinals gives the next 제N회; asked only when this meeting takes one
    Meeting open(Instant now, IntSupplier ordinals) {
        require(Set.of(SCHEDULED), "open", "열", "open");
        if (now.isBefore(startsAt.minus(EARLIEST))) {
            throw Problem.conflict(
                    "meeting-too-early",
                    "시작 24시간 전부터 회의를 열 수 있습니다.",
                    "A meeting can be opened from 24 hours before its start.");
        }
        var number = rehearsal ? null : Integer.valueOf(ordinals.getAsInt());
        return with(OPEN, number, now, startedAt, adjournedAt, cancelledAt, false);
    }

    Meeting start(Instant now) {
        require(Set.of(OPEN), "start", "시작할", "started");
        return with(IN_SESSION, ordinal, openedAt, now, adjournedAt, cancelledAt, false);
    }

    Meeting adjourn(Instant now) {
        require(rehearsal ? Set.of(OPEN, IN_SESSION) : Set.of(IN_SESSION), "adjourn", "마칠", "adjourned");
        return with(ADJOURNED, ordinal, openedAt, startedAt, now, cancelledAt, false);
    }

    /// Adjourned by itself.
    ///
    /// @param since since when nobody has been in its room
    /// @param zone the city's
    Meeting adjournEmpty(Instant since, Instant now, ZoneId zone) {
        if (whenEmpty(since, now, zone) != EmptyRoom.OVER) {
            throw new IllegalStateException("nobody has waited long enough");
        }
        return with(ADJOURNED, ordinal, openedAt, startedAt, now, cancelledAt, true);
    }

    /// Meant for citizens from now on, or not. Once it is in session nothing that was shown can be taken back, so it
    /// can only be opened to them.
    Meeting forCitizens(boolean whether) {
        if (whether == broadcast) {
            return this;
        }
        if (rehearsal) {
            throw Problem.conflict(
                    "rehearsal-not-public", "리허설은 시민에게 공개하지 않습니다.", "A rehearsal is never shown to citizens.");
        }
        require(
                whether ? Set.of(SCHEDULED, OPEN, IN_SESSION) : Set.of(SCHEDULED, OPEN),
                "broadcast",
                "방송 여부를 바꿀",
                "opened or closed to citizens");
        return new Meeting(
                id,
                series,
                title,
                titleEn,
                date,
                sitting,
                automatic,
                startsAt,
                opensAt,
                minutes,
                state,
                rehearsal,
                whether,
                ordinal,
                openedAt,
                startedAt,
                adjournedAt,
                cancelledAt,
                adjournedEmpty);
    }

    /// A cancelled meeting has no ordinal: it was not held.
    Meeting cancel(Instant now) {
        require(Set.of(SCHEDULED, OPEN), "cancel", "취소할", "cancelled");
        return with(CANCELLED, null, openedAt, startedAt, adjournedAt, now, false);
    }

    boolean hasLapsed(Instant now) {
        return (state == SCHEDULED || state == OPEN)
                && now.isAfter(startsAt.plus(Duration.ofMinutes(minutes)).plus(LAPSES_AFTER));
    }

    /// What is due because nobody has been in its room since then. Before its planned end a meeting waits for
    /// its people. After it the programme does not show an empty room for ever, and the meeting is over in the
    /// end, in the small hours after its day at the latest.
    ///
    /// @param zone the city's
    EmptyRoom whenEmpty(Instant since, Instant now, ZoneId zone) {
        if (state != IN_SESSION) {
            return EmptyRoom.NOTHING;
        }
        var left = startedAt != null && startedAt.isAfter(since) ? startedAt : since;
        var empty = Duration.between(left, now);
        if (rehearsal) {
            return empty.compareTo(REHEARSAL_WAITS) >= 0 ? EmptyRoom.OVER : EmptyRoom.NOTHING;
        }
        if (now.isBefore(startsAt.plus(Duration.ofMinutes(minutes))) || empty.compareTo(AIR_WAITS) < 0) {
            return EmptyRoom.NOTHING;
        }
        var dayIsOver = date.plusDays(1).atStartOfDay(zone).toInstant().plus(LAPSES_AFTER);
        return empty.compareTo(MEETING_WAITS) >= 0 || !now.isBefore(dayIsOver) ? EmptyRoom.OVER : EmptyRoom.OFF_AIR;
    }

    MeetingView view() {
        return new MeetingView(
                id,
                series,
                title,
                titleEn,
                ordinal,
                date,
                startsAt,
                minutes,
                state,
                rehearsal,
                broadcast,
                startedAt,
                adjournedAt,
                adjournedEmpty);
    }

    private void require(Set<MeetingState> allowed, String code, String ko, String en) {
        if (allowed.contains(state)) {
            return;
        }
        var is = switch (state) {
            case SCHEDULED -> "아직 열리지 않은";
            case OPEN -> "이미 열려 있는";
            case IN_SESSION -> "이미 진행 중인";
            case ADJOURNED -> "이미 마친";
            case CANCELLED -> "취소된";
        };
        throw Problem.conflict(
                "meeting-cannot-" + code,
                is + " 회의라서 " + ko + " 수 없습니다.",
                "The meeting is " + state.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "; it cannot be "
                        + (en.equals("open") ? "opened" : en) + ".");
    }

    private Meeting with(
            MeetingState next,
            @Nullable Integer number,
            @Nullable Instant opened,
            @Nullable Instant started,
            @Nullable Instant adjourned,
            @Nullable Instant cancelled,
            boolean empty) {
        return new Meeting(
                id, series, title, titleEn, date, sitting, automatic, startsAt, opensAt, minutes, next, rehearsal,
                broadcast, number, opened, started, adjourned, cancelled, empty);
    }
}
