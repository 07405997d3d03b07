/// What everybody may see without signing in.
@NullMarked
@ApplicationModule(
        id = "open/citizen",
        displayName = "Citizen page",
        allowedDependencies = {
            "city/administration",
            "city/directory",
            "city/paper",
            "hall/agenda",
            "hall/series",
            "hall/meeting",
            "hall/minutes",
            "onair/broadcast",
            "onair/recording",
            "open/calendar"
        })
package org.onmaru.server.open.citizen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
