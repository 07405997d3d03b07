package org.onmaru.server.open.citizen;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.paper.OfficialDate;

/// Meetings in the words of schema.org.
///
/// @param city who holds them
/// @param zone of the times
/// @param base the server's address, without a path
record LinkedData(String city, ZoneId zone, String base) {

    private static final String SCHEMA = "https://schema.org";

    /// A meeting, with its recording when there is one.
    Map<String, Object> of(PublicMeeting meeting) {
        var event = event("Event", meeting.title(), meeting.startsAt(), "/meetings/" + meeting.id());
        Optional.ofNullable(meeting.startedAt()).ifPresent(at -> event.put("startDate", time(at)));
        Optional.ofNullable(meeting.adjournedAt()).ifPresent(at -> event.put("endDate", time(at)));
        var recording = meeting.recording();
        if (recording != null) {
            var video = new LinkedHashMap<String, Object>();
            video.put("@type", "VideoObject");
            video.put("name", meeting.title());
            video.put("description", meeting.title() + " (" + OfficialDate.of(meeting.date()) + ")");
            video.put(
                    "uploadDate",
                    time(Optional.ofNullable(meeting.adjournedAt()).orElse(meeting.startsAt())));
            video.put("contentUrl", base + recording.url());
            video.put(
                    "duration",
                    Duration.ofSeconds(recording.durationMs() / 1000).toString());
            event.put("recordedIn", video);
        }
        return event;
    }

    /// What is on now, or what comes next; the city alone when neither is known.
    Map<String, Object> of(Live now) {
        if (now.title() != null && now.startedAt() != null) {
            var event = event("BroadcastEvent", now.title(), now.startedAt(), "/");
            event.put("isLiveBroadcast", true);
            event.put("videoFormat", "HD");
            return event;
        }
        var next = now.next();
        return next == null ? ofCity() : event("Event", next.title(), next.startsAt(), "/");
    }

    /// Who speaks here.
    Map<String, Object> ofCity() {
        return organizer(SCHEMA);
    }

    private Map<String, Object> event(String type, String name, Instant start, String path) {
        var event = new LinkedHashMap<String, Object>();
        event.put("@context", SCHEMA);
        event.put("@type", type);
        event.put("name", name);
        event.put("startDate", time(start));
        event.put("eventStatus", SCHEMA + "/EventScheduled");
        event.put("eventAttendanceMode", SCHEMA + "/OnlineEventAttendanceMode");
        event.put("location", Map.of("@type", "VirtualLocation", "url", base + path));
        event.put("organizer", organizer(null));
        event.put("inLanguage", "ko");
        event.put("isAccessibleForFree", true);
        return event;
    }

    private Map<String, Object> organizer(@Nullable String context) {
        var organizer = new LinkedHashMap<String, Object>();
        if (context != null) {
            organizer.put("@context", context);
        }
        organizer.put("@type", "GovernmentOrganization");
        organizer.put("name", city);
        organizer.put("url", base + "/");
        return organizer;
    }

    private String time(Instant instant) {
        return ZonedDateTime.ofInstant(instant, zone).toOffsetDateTime().toString();
    }
}
