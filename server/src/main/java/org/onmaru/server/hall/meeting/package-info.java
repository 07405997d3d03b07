/// One sitting, from scheduled to adjourned.
@NullMarked
@ApplicationModule(
        id = "hall/meeting",
        displayName = "Meetings",
        allowedDependencies = {"city/audit", "city/directory", "city/holiday", "city/identity", "hall/series"})
package org.onmaru.server.hall.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
