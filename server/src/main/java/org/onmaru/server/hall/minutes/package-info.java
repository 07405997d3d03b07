/// Minutes: what was said and decided in a meeting, from the first line to the signed and published record.
@NullMarked
@ApplicationModule(
        id = "hall/minutes",
        displayName = "Minutes",
        allowedDependencies = {
            "city/audit",
            "city/directory",
            "city/identity",
            "city/paper",
            "hall/agenda",
            "hall/directive",
            "hall/floor",
            "hall/meeting",
            "hall/series"
        })
package org.onmaru.server.hall.minutes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
