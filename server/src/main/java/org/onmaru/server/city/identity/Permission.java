package org.onmaru.server.city.identity;

/// One thing somebody may do. The server decides; the browser only shows what would be refused anyway.
public enum Permission {
    /// Accounts, units, series, system.
    ADMINISTER,
    /// Enter the room.
    JOIN,
    /// Camera and microphone in the room.
    PUBLISH_MEDIA,
    /// Share a screen in the room.
    SHARE_SCREEN,
    /// Open, start, adjourn, cancel a meeting.
    RUN_MEETING,
    /// Prepare the agenda, go through it, keep the record.
    PREPARE,
    /// Move the gate, change the stage.
    GO_ON_AIR,
    /// Mute and remove others.
    MODERATE,
    /// Make and revoke invitation links.
    INVITE,
    /// Issue, verify, return, merge, cancel and reassign directives; answer needs.
    KEEP_DIRECTIVES,
    /// Edit and file the reports of any unit, enter the city's own figures.
    FILE_REPORTS,
    /// See meetings, participants and reports that are not public.
    SEE_INTERNAL
}
