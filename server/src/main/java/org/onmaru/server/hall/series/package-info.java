/// A recurring meeting: its name, its hour, its people.
@NullMarked
@ApplicationModule(
        id = "hall/series",
        displayName = "Series",
        allowedDependencies = {"city/directory", "city/identity"})
package org.onmaru.server.hall.series;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
