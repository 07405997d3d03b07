/// A recurring meeting: its phases, its days and hours, its people.
@NullMarked
@ApplicationModule(
        id = "hall/series",
        displayName = "Series",
        allowedDependencies = {"city/audit", "city/directory", "city/holiday", "city/identity"})
package org.onmaru.server.hall.series;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
