/// The calendar of public meetings: for pages, and for programs that subscribe to it.
@NullMarked
@ApplicationModule(
        id = "open/calendar",
        displayName = "Calendar of meetings",
        allowedDependencies = {"city/holiday", "hall/series", "hall/meeting"})
package org.onmaru.server.open.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
